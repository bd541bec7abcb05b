import pg from 'pg'
import { archiveSource } from './generate-articles'

const [newsInTwoDays, oneCorrectedOf] = [900, 200]
const [daysOfReads, readADay, mostReadsADay] = [14, 20_000, 40_000]

/**
 * Adds to an archive what its newsroom goes on doing, and what one that was generated earlier lacks: news of today and
 * yesterday, corrections of years, a fortnight's reads, most of them of a few stories, and what triggers keep beside articles.
 * Asked twice it adds nothing but the days that have passed. Needs a superuser.
 */
export async function completeArchive(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'tribune bench' })
  await client.connect()
  try {
    await client.query(`set work_mem = '64MB'`)
    const { rows } = await client.query<{ complete: boolean }>(isComplete)
    if (rows[0]?.complete) return
    await client.query(news)
    await client.query('set session_replication_role = replica')
    for (const statement of [published, corrections, reads, parts]) await client.query(statement)
    await client.query(`select bump_topics('{site,front,news}')`)
    for (const table of ['Article', 'ArticleVersion', 'PublishedVersion', 'ArticleReads', 'SitemapPart'])
      await client.query(`vacuum (analyze) "${table}"`)
  } finally {
    await client.end()
  }
}

const isComplete = `
  select (select count(*) from "PublicArticle" where "publishedAt" > now() - interval '2 days') >= ${newsInTwoDays / 2}
    and exists (select from "ArticleReads" where day = current_date)
    and (select sum("articleCount") from "SitemapPart") = (select count(*) from "PublicArticle")
    and not exists (select from "Article" a where source = '${archiveSource}' and id % ${oneCorrectedOf} = 7
                    and not exists (select from "PublishedVersion" p where p."articleId" = a.id and p.number = 2)) as complete`

// Triggers carry the time to everything that is ordered by it.
const news = `
  update "Article" a set "publishedAt" = date_trunc('milliseconds', now() - n.place * interval '170 seconds')
  from (select id, row_number() over (order by "publishedAt" desc, id desc) as place from "Article"
        where source = '${archiveSource}' and state = 'published' order by "publishedAt" desc, id desc limit ${newsInTwoDays}) n
  where a.id = n.id and (select count(*) from "PublicArticle" where "publishedAt" > now() - interval '2 days') < ${newsInTwoDays / 2}`

const published = `
  insert into "PublishedVersion" ("versionId", "articleId", number, "publishedAt")
  select "currentVersionId", id, 1, "publishedAt" from "Article" a where source = '${archiveSource}'
    and not exists (select from "PublishedVersion" p where p."articleId" = a.id)`

const corrections = `
  with corrected as materialized (
    select nextval('"ArticleVersion_id_seq"')::int as version, a.id, v.headline, v.standfirst, v.body, v.tags,
           least(a."publishedAt" + (1 + a.id % 40) * interval '1 hour', now()) as at
    from "Article" a join "ArticleVersion" v on v.id = a."currentVersionId"
    where a.source = '${archiveSource}' and a.id % ${oneCorrectedOf} = 7 and v.number = 1),
  version as (
    insert into "ArticleVersion" (id, "articleId", number, headline, standfirst, body, tags, kind, note, reason, "createdAt")
    select version, id, 2, headline, standfirst, body, tags, 'correction', 'A date was wrong. It is right now.', 'a reader wrote', at from corrected),
  published as (
    insert into "PublishedVersion" ("versionId", "articleId", number, "publishedAt") select version, id, 2, at from corrected)
  update "Article" a set "currentVersionId" = c.version from corrected c where a.id = c.id`

// Few stories have most reads (Zipf), and other ones each day.
const reads = `
  insert into "ArticleReads" ("articleId", day, count)
  select s.id, current_date - back, 1 + ${mostReadsADay} / (1 + (s.place + back * 37) % ${readADay})
  from (select id, row_number() over (order by "publishedAt" desc, id desc)::int as place from "PublicArticle"
        order by "publishedAt" desc, id desc limit ${readADay}) s
  cross join generate_series(0, ${daysOfReads - 1}) back on conflict do nothing`

const parts = `
  insert into "SitemapPart" select sitemap_part(id), count(*), now() from "PublicArticle" group by 1
  on conflict ("number") do update set "articleCount" = excluded."articleCount"`
