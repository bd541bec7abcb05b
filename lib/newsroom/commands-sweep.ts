import { db } from '@/lib/db'

// Who comes back to a tab after a month begins anew from what is published: theirs is set aside, not lost.
const [savesDays, presenceDays] = [30, 1]

/** Takes away saves that nobody compares with any more, and who had what open long ago. How many. */
export async function sweepDrafts(now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const saves = await db().$executeRaw`
    delete from "DraftRevision" r where r."savedAt" < ${before(savesDays)}::timestamptz
    and not exists (select 1 from "ArticleDraft" d where d."articleId" = r."articleId" and d.revision = r.revision)
    and not exists (select 1 from "ScheduledUpdate" u where u."articleId" = r."articleId" and u.revision = r.revision)`
  const presences = await db().draftPresence.deleteMany({ where: { seenAt: { lt: before(presenceDays) } } })
  return saves + presences.count
}
