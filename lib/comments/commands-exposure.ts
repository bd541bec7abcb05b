import { inTransaction } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import { type Ranked, reRank } from './ranking'

/**
 * Adds to how often public comments of an article were before a reader's eyes, and ranks them by it. Ids that are not
 * there count nothing. The pages are renewed when an order changed.
 */
export async function recordExposure(
  articleId: number,
  counts: ReadonlyMap<number, number>,
  now: Date,
): Promise<void> {
  const ids = [...counts.keys()]
  await inTransaction(async (tx) => {
    const seen = await tx.$queryRaw<Ranked[]>`
      with held as materialized (
        select c.id, s.times
        from unnest(${ids}::int[], ${ids.map((id) => counts.get(id) ?? 0)}::int[]) as s(id, times)
        join "Comment" c on c.id = s.id and c."articleId" = ${articleId} and c."publicRevisionId" is not null
        order by c.id for no key update of c)
      update "Comment" c set "seenCount" = c."seenCount" + held.times from held where c.id = held.id
      returning c.id, c."articleId", c."parentId" is null as "isRoot", c.rank, c."rankedAt", c."recommendCount", c."seenCount"`
    const changed = await reRank(tx, seen, now)
    if (changed > 0) await bumpTopics(tx, [topics.talk(articleId)])
  })
}
