import { inTransaction } from '@/lib/db'

/**
 * Adds to how often public comments of an article were before a reader's eyes. Ids that are not there count nothing.
 */
export async function recordExposure(articleId: number, counts: ReadonlyMap<number, number>): Promise<void> {
  const ids = [...counts.keys()].sort((one, other) => one - other)
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      with seen as materialized (
        select c.id, s.times
        from unnest(${ids}::int[], ${ids.map((id) => counts.get(id) ?? 0)}::int[]) as s(id, times)
        join "Comment" c on c.id = s.id and c."articleId" = ${articleId} and c."publicRevisionId" is not null
        order by c.id for no key update of c)
      update "Comment" c set "seenCount" = c."seenCount" + seen.times from seen where c.id = seen.id`
  })
}
