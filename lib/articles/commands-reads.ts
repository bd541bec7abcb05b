import { db } from '@/lib/db'

/** Adds to how often articles were read on a day (YYYY-MM-DD). What is not public, or no article, is left out. */
export async function recordReads(day: string, counts: ReadonlyMap<number, number>): Promise<void> {
  // In the order of ids, so that two processes never wait for each other in a ring.
  const sorted = [...counts].sort(([one], [other]) => one - other)
  await db().$executeRaw`
    insert into "ArticleReads" ("articleId", day, count)
    select p.id, ${day}::date, read.count
    from unnest(${sorted.map(([id]) => id)}::int[], ${sorted.map(([, count]) => count)}::int[]) read(id, count)
    join "PublicArticle" p on p.id = read.id order by p.id
    on conflict ("articleId", day) do update set count = "ArticleReads".count + excluded.count`
}
