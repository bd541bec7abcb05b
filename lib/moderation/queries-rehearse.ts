import { setImmediate as letOthers } from 'node:timers/promises'
import { excerptOf } from '@/lib/comments/excerpt'
import { preparedFrom } from '@/lib/comments/queries-house-lists'
import { readRendered } from '@/lib/comments/rendered'
import { linksIn } from '@/lib/comments/wording'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Finding, HouseLists, ListText } from './checks/check'
import { links } from './checks/links'
import { words } from './checks/words'

export const daysRehearsed = 30
export const mostLookedAt = 20_000
const perQuestion = 2_000
const perTurn = 50
const mostShown = 20

export type Rehearsal = {
  /** Comments by readers that were looked at, the newest first, and whether there were more. */
  lookedAt: number
  isPart: boolean
  /** What would have been held by these lists and was not by those in force. */
  held: number
  /** Of those: what a person had approved, and what another check had held all the same. */
  approved: number
  heldAnyway: number
  /** What would not be held any more. */
  letGo: number
  byEntry: { entry: string; count: number }[]
  shown: { id: number; entry: string; text: string; approved: boolean }[]
}

type Row = {
  id: number
  normalised: string
  rendered: unknown
  checks: unknown
  approved: boolean
  approvedCount: number
}

/** What lists would have done to the comments of the last thirty days, in comparison with those in force. */
export async function rehearse(
  _moderator: Moderator,
  lists: { inForce: ListText; proposed: ListText },
  now: Date,
): Promise<Rehearsal> {
  const [inForce, proposed] = [preparedFrom(lists.inForce), preparedFrom(lists.proposed)]
  const since = new Date(now.getTime() - daysRehearsed * 86_400_000)
  const result = { lookedAt: 0, isPart: false, held: 0, approved: 0, heldAnyway: 0, letGo: 0 }
  const entries = new Map<string, number>()
  const shown: Rehearsal['shown'] = []
  for (let before: number | null = null; ; ) {
    const rows: Row[] = await readersComments(since, before)
    for (const [index, row] of rows.entries()) {
      // Readers are served by the same process.
      if (index % perTurn === 0) await letOthers()
      const [is, was] = [entryThatHolds(row, proposed), entryThatHolds(row, inForce)]
      if (was !== null && is === null) result.letGo += 1
      if (is === null || was !== null) continue
      result.held += 1
      if (row.approved) result.approved += 1
      if (holds(row.checks)) result.heldAnyway += 1
      entries.set(is, (entries.get(is) ?? 0) + 1)
      if (shown.length < mostShown)
        shown.push({
          id: row.id,
          entry: is,
          text: excerptOf(readRendered(row.rendered)),
          approved: row.approved,
        })
    }
    result.lookedAt += rows.length
    before = rows.at(-1)?.id ?? null
    if (rows.length < perQuestion || before === null) break
    if (result.lookedAt >= mostLookedAt) {
      result.isPart = true
      break
    }
  }
  const byEntry = [...entries].map(([entry, count]) => ({ entry, count })).sort((a, b) => b.count - a.count)
  return { ...result, byEntry: byEntry.slice(0, mostShown), shown }
}

function readersComments(since: Date, before: number | null): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    select c.id, r.normalised, r.rendered, r.checks,
           c."approvedById" is not null and c."publicRevisionId" is not null as approved, w."approvedCount"
    from "Comment" c join "Revision" r on r.id = c."currentRevisionId" join "Reader" w on w.id = c."authorId"
    where c.id < ${before ?? 2_147_483_647} and c."createdAt" > ${since}::timestamptz and not c."byStaff"
    order by c.id desc limit ${perQuestion}`
}

/** The word or the host; where it is only the number of links, `links`: hosts that are allowed do not count. */
function entryThatHolds({ normalised, rendered, approvedCount }: Row, lists: HouseLists): string | null {
  const author = { isStaff: false, isGuest: false, underReview: false, approvedCount }
  const about = { own: '', similar: [], mode: 'newcomers' as const, author }
  const submission = { ...about, normalised, links: linksIn(readRendered(rendered)) }
  const byWord = words(submission, lists)
  if (byWord) return String(byWord.detail.entry)
  const byLink = links(submission, lists)
  if (byLink?.check === 'links') return 'links'
  return byLink?.check === 'link-denied' ? String(byLink.detail.host) : null
}

function holds(checks: unknown): boolean {
  return Array.isArray(checks) && checks.some((finding: Finding) => finding?.verdict === 'hold')
}
