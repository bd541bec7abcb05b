import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Read } from './commands-batch'
import { findRaids, newForHours, type Suspect } from './raid'

// What is decided with one press is read with one look.
const mostInCard = 300
const mostLookedAt = 1_000

/** A raid as the desk decides about it: every comment as it stands, and an example of what they say. */
export type RaidCard = { comments: Read[]; accounts: number; example: string }

type Standing = Read & { source: string }

/** The raids among what was held within a day, the largest first. */
export async function listRaids(_moderator: Moderator, now: Date): Promise<RaidCard[]> {
  const raids = findRaids(await findSuspects(now)).map(({ commentIds, accounts }) => ({
    commentIds: commentIds.slice(0, mostInCard),
    accounts,
  }))
  const standing = new Map(
    (await readStanding(raids.flatMap(({ commentIds }) => commentIds))).map((row) => [row.commentId, row]),
  )
  return raids.map(({ commentIds, accounts }) => {
    const members = commentIds.flatMap((id) => standing.get(id) ?? [])
    const comments = members.map(({ source: _, ...read }) => read)
    return { comments, accounts, example: members[0]?.source ?? '' }
  })
}

/** Asked with every look at the queue: what new accounts have waiting, and what the checks found it to be like. */
function findSuspects(now: Date): Promise<Suspect[]> {
  const since = new Date(now.getTime() - newForHours * 3_600_000)
  return db().$queryRaw<Suspect[]>`
    select c.id, c."authorId", c."createdAt",
           array(
             select (f->'detail'->>'comment')::int from jsonb_array_elements(r.checks) f
             where f->>'check' in ('seen-before', 'said-elsewhere') and f->'detail' ? 'comment') as near
    from (
      select * from "Comment" where state = 'held' and "createdAt" > ${since}::timestamptz
      order by "createdAt" desc limit ${mostLookedAt}) c
    join "Reader" w on w.id = c."authorId" and w.role = 'reader' and w."createdAt" > c."createdAt" - make_interval(hours => ${newForHours}::int)
    join "Revision" r on r.id = c."currentRevisionId"`
}

async function readStanding(ids: readonly number[]): Promise<Standing[]> {
  if (ids.length === 0) return []
  return db().$queryRaw<Standing[]>`
    select c.id as "commentId", c."currentRevisionId" as "revisionId", left(r.source, 300) as source,
           (select max(d.number) from "Decision" d where d."commentId" = c.id) as seen
    from "Comment" c join "Revision" r on r.id = c."currentRevisionId" where c.id = any(${ids}::int[])`
}
