import { forgetReaders } from '@/lib/articles/commands-reads'
import { longestAsOfMs } from '@/lib/comments/page-cursor'
import { hoursOfEventsKept } from '@/lib/comments/queries-talk-events'
import { db } from '@/lib/db'
import { sweepDrafts } from '@/lib/newsroom/commands-sweep'
import { site } from '@/lib/site'
import { dateIn } from '@/lib/site-time'

// Long enough for whatever sends it to have been away; what is older is no news to anybody.
const outboxDays = 30
// What was gathered before midnight is written by then. Every process forgets at midnight itself (server/reads.ts).
const readersGraceMs = 60_000
// Texts are compared with those of a day.
const printDays = 2

/**
 * Lets go of what has run out: kept texts, sessions, paces that are full again, events everybody heard, notes nobody
 * sent, what texts are compared by, ranks that no open page goes by, saves of drafts that nobody compares with, and what the
 * readers of days gone by were known by.
 */
export async function sweep(now: Date): Promise<void> {
  await db().pendingComment.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().pace.deleteMany({ where: { emptyAt: { lt: now } } })
  await db().talkEvent.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - hoursOfEventsKept * 3_600_000) } },
  })
  await db().outbox.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - outboxDays * 86_400_000) } },
  })
  await db().textPrint.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - printDays * 86_400_000) } },
  })
  await db().pastRank.deleteMany({ where: { until: { lt: new Date(now.getTime() - longestAsOfMs) } } })
  await sweepDrafts(now)
  await forgetReaders(dateIn(new Date(now.getTime() - readersGraceMs), site().timeZone))
}
