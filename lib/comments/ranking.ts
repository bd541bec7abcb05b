import type { Transaction } from '@/lib/db'
import { rankOf } from './rank'

/** A comment whose row is held, with its counts as they are from now on. */
export type Ranked = {
  id: number
  articleId: number
  isRoot: boolean
  rank: number
  rankedAt: Date
  recommendCount: number
  seenCount: number
}

/**
 * Stores what comments' new counts make of their ranks. The rank that a root had goes to the past with the time it
 * stood, so that whoever reads on goes by the order their first page had. How many ranks changed.
 */
export async function reRank(tx: Transaction, comments: readonly Ranked[], now: Date): Promise<number> {
  const changed = comments
    .map((comment) => ({ ...comment, next: rankOf(comment) }))
    .filter(({ rank, next }) => rank !== next)
  return storeRanks(tx, 'best', changed, now)
}

export type NewRank = Pick<Ranked, 'id' | 'articleId' | 'isRoot' | 'rank' | 'rankedAt'> & { next: number }

/** The same for ranks of either order that are known already. */
export async function storeRanks(
  tx: Transaction,
  sort: 'best' | 'other',
  changed: readonly NewRank[],
  now: Date,
): Promise<number> {
  if (changed.length === 0) return 0
  const roots = changed.filter(({ isRoot }) => isRoot)
  const ids = changed.map(({ id }) => id)
  const ranks = changed.map(({ next }) => next)
  if (roots.length > 0)
    await tx.pastRank.createMany({
      data: roots.map(({ id, articleId, rank, rankedAt }) => ({
        commentId: id,
        articleId,
        sort,
        rank,
        // A clock that was set back must not make an end before its beginning.
        since: rankedAt < now ? rankedAt : now,
        until: now,
      })),
    })
  if (sort === 'best')
    return tx.$executeRaw`
      update "Comment" c set rank = n.rank, "rankedAt" = ${now}::timestamptz
      from unnest(${ids}::int[], ${ranks}::float8[]) as n(id, rank) where c.id = n.id`
  return tx.$executeRaw`
    update "Comment" c set "otherRank" = n.rank, "otherRankedAt" = ${now}::timestamptz
    from unnest(${ids}::int[], ${ranks}::float8[]) as n(id, rank) where c.id = n.id`
}
