import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Read } from './commands-batch'
import { findRaids, newForHours, type Suspect } from './raid'

// What is decided with one press is read with one look.
const mostInCard = 300
const mostLookedAt = 1_000

/** A raid as the desk decides about it: every comment as it stands, and an example of what they say. */
export type RaidCard = { comments: Read[]; accounts: number; example: string }

type Row = Suspect & { revisionId: number; seen: number; source: string }

/** The raids among what was held within a day, the largest first. */
export async function listRaids(_moderator: Moderator, now: Date): Promise<RaidCard[]> {
  const since = new Date(now.getTime() - newForHours * 3_600_000)
  const rows = await db().$queryRaw<Row[]>`
    select c.id, c."authorId", c."createdAt", c."currentRevisionId" as "revisionId", left(r.source, 300) as source,
           (select max(d.number) from "Decision" d where d."commentId" = c.id) as seen,
           array(
             select (f->'detail'->>'comment')::int from jsonb_array_elements(r.checks) f
             where f->>'check' in ('seen-before', 'said-elsewhere') and f->'detail' ? 'comment') as near
    from (
      select * from "Comment" where state = 'held' and "createdAt" > ${since}::timestamptz
      order by "createdAt" desc limit ${mostLookedAt}) c
    join "Reader" w on w.id = c."authorId" and w.role = 'reader' and w."createdAt" > c."createdAt" - make_interval(hours => ${newForHours}::int)
    join "Revision" r on r.id = c."currentRevisionId"`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return findRaids(rows).map(({ commentIds, accounts }) => {
    const members = commentIds.flatMap((id) => byId.get(id) ?? [])
    const comments = members
      .slice(0, mostInCard)
      .map(({ id, revisionId, seen }) => ({ commentId: id, revisionId, seen }))
    return { comments, accounts, example: members[0]?.source ?? '' }
  })
}
