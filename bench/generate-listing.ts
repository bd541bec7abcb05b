import pg from 'pg'

const [years, newest] = [20, '2026-11-01']

/**
 * Fills a database with so many articles of twenty years: in eight sections, by 400 authors who each write for some years,
 * about words that are common, rare, or of a time. Published but for one in fifty; an update waits for one in a thousand.
 * The seconds it took: none where they are there from a measurement before.
 */
export async function generateListing(url: string, count: number): Promise<number> {
  const began = performance.now()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (await areThere(client, count)) return 0
    await client.query(`
      insert into "Section" (slug, name, position) select 's' || n, 'Section ' || n, 100 + n from generate_series(0, 7) n;
      insert into "Author" (slug, name) select 'a' || n, 'Author ' || n from generate_series(0, 399) n`)
    // Rows are made together, and listed at the end: as a migration does, and not one by one as the triggers would.
    await client.query('set session_replication_role = replica')
    await client.query(
      `with made as (
         select n, nextval('"Article_id_seq"')::int as id, nextval('"ArticleVersion_id_seq"')::int as version,
                $2::timestamptz - (n::float / $1) * $3 * interval '365 days' as at,
                (n::bigint * 7919 % 1000) as chance
         from generate_series(1, $1::int) n),
       articles as (
         insert into "Article" (id, state, slug, "sectionId", "publishedAt", "createdAt", "changedAt", "currentVersionId", "goesLiveAt")
         select id, (case when chance < 8 then 'withdrawn' when chance < 10 then 'blocked' when chance < 14 then 'draft' when chance < 18 then 'scheduled' else 'published' end)::"ArticleState",
                'a', (select s.id from "Section" s where s.slug = 's' || (n::bigint * 31 % 8)), at, at, at, version, at from made)
       insert into "ArticleVersion" (id, "articleId", number, headline, body, tags, related, reason, "createdAt")
       select version, id, 1, concat_ws(' ', 'The', case when chance < 300 then 'council' end, case when n % 11 = 0 then 'bridge' end,
              'w' || (n::bigint * 104729 % 200000), case when n > $1 * 0.9 and n % 3 = 0 then 'oldtown' end, 'of', n), '[]', '{}', '{}', 'generated', at from made`,
      [count, newest, years],
    )
    // Whoever has a number writes in the years around it; the first writes always.
    await client.query(
      `insert into "Byline" ("articleId", "authorId", position)
       select a.id, u.id, 0 from (select id, row_number() over (order by id) as n from "Article" where "slug" = 'a') a
       join "Author" u on u.slug = 'a' || (case when a.n % 5 = 0 then 0 else least(399, (a.n::bigint * 400 / $1 + a.n % 40)::int) end)
       where a.n % 3 > 0`,
      [count],
    )
    await client.query(`
      insert into "ArticleListing" ("articleId", headline, state, "sectionId", "authorIds", "changedAt", keys)
      select a.id, v.headline, a.state, a."sectionId", by.authors, a."changedAt",
             listing_keys(listing_era(a."changedAt"), v.headline, by.authors, a.state, a."sectionId")
      from "Article" a join "ArticleVersion" v on v.id = a."currentVersionId"
      cross join lateral (select coalesce(array_agg(b."authorId"), '{}') as authors from "Byline" b where b."articleId" = a.id) by
      where a.slug = 'a' on conflict do nothing`)
    // An update waits for one in a thousand.
    await client.query(`
      insert into "ScheduledUpdate" ("articleId", content, revision, "baseVersion", "goesLiveAt", reason, "scheduledById")
      select id, '{}', 1, 1, '2099-01-01', 'generated', coalesce((select min(id) from "Reader"), 1)
      from "Article" where slug = 'a' and state = 'published' and id % 1000 = 7;
      select list_article("articleId") from "ScheduledUpdate"`)
    await client.query('set session_replication_role = default')
    await client.query('vacuum (analyze) "ArticleListing"')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return (performance.now() - began) / 1000
}

async function areThere(client: pg.Client, count: number): Promise<boolean> {
  const { rowCount } = await client.query(`select from "Article" where slug = 'a' limit $1`, [count])
  return rowCount === count
}
