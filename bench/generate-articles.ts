import pg from 'pg'
import { seededChance } from './generated/chance'
import { syllableWords } from './generated/vocabulary'

/** Where their rows say that they are from. */
export const archiveSource = 'bench'
const perBatch = 20_000
const [bodies, wordsPerBody, wordsPerHeadline, wordsPerStandfirst] = [5_000, 220, 8, 24]
const yearsOfArticles = 20
/** How much more often frequent words stand than rare ones. */
const steepness = 4

/**
 * Writes published articles as a newsroom has after twenty years, searchable, tagged and signed: headlines and
 * standfirsts of their own, words as frequent as words are (Zipf’s law), a text out of five thousand. Triggers are not
 * asked meanwhile, and the words’ indexes are put aside. Needs a superuser, and the demonstration.
 */
export async function generateArticles(url: string, count: number): Promise<{ seconds: number }> {
  const began = performance.now()
  const client = new pg.Client({ connectionString: url, application_name: 'tribune bench' })
  await client.connect()
  try {
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`,
    )
    const chance = seededChance(7)
    const words = syllableWords(chance)
    const text = (size: number) =>
      Array.from({ length: size }, () => words[Math.floor(words.length * chance() ** steepness)]).join(' ')
    await writeBodies(
      client,
      Array.from({ length: bodies }, () => text(wordsPerBody)),
      words,
    )
    const { rows } = await client.query<{ definition: string; name: string }>(aside)
    for (const { name } of rows) await client.query(`drop index ${name}`)
    for (let done = 0; done < count; done += perBatch) {
      const size = Math.min(perBatch, count - done)
      const texts = (words: number) => Array.from({ length: size }, () => text(words))
      await client.query(batch, [done, count, texts(wordsPerHeadline), texts(wordsPerStandfirst)])
    }
    for (const { definition } of rows) await client.query(definition)
    await client.query(`select bump_topics('{site,front}')`)
    await client.query('vacuum (analyze)')
    return { seconds: (performance.now() - began) / 1000 }
  } finally {
    await client.end()
  }
}

/** Texts for all stories to choose from, and what their stories are about. */
async function writeBodies(client: pg.Client, texts: string[], words: readonly string[]): Promise<void> {
  await client.query('create temporary table bench_body (place int primary key, body jsonb, words tsvector)')
  await client.query(
    `insert into bench_body select place - 1, jsonb_build_array(jsonb_build_object('type', 'paragraph', 'id', 'p1', 'content', jsonb_build_array(jsonb_build_object('text', body)))),
       setweight(to_tsvector('tribune_english', body), 'D')
     from unnest($1::text[]) with ordinality t(body, place)`,
    [texts],
  )
  await client.query(
    'insert into "SearchWord" select distinct word from unnest($1::text[]) word where length(word) > 2 on conflict do nothing',
    [words],
  )
  await client.query(
    `insert into "Tag" (slug, name) select 'subject-' || n, 'Subject ' || n from generate_series(1, 2000) n on conflict do nothing`,
  )
  await client.query('analyze bench_body')
}

const aside = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  where indrelid = '"SearchEntry"'::regclass and not indisunique`

const batch = `
  with made as materialized (
    select n, nextval('"Article_id_seq"')::int as id, nextval('"ArticleVersion_id_seq"')::int as version, headline, standfirst,
           date_trunc('milliseconds', now() - interval '15 days' - ($2::int - n) * (interval '${yearsOfArticles} years' / $2::int)) as at
    from (select $1::int + place as n, headline, standfirst
          from unnest($3::text[], $4::text[]) with ordinality t(headline, standfirst, place)) drawn),
  placed as materialized (
    select m.*, b.body, b.words, s.id as section, a.id as author, array['Subject ' || (1 + floor(2000 * power(random(), 3)))::int] as tags
    from made m
    join bench_body b on b.place = (m.n * 7919) % ${bodies}
    join (select id, slug, row_number() over (order by id) - 1 as place, count(*) over () as many from "Section") s on s.place = m.n % s.many
    join (select id, slug, row_number() over (order by id) - 1 as place, count(*) over () as many from "Author") a on a.place = m.n % a.many),
  article as (
    insert into "Article" (id, state, slug, "sectionId", "publishedAt", "currentVersionId", source, "publicCommentCount", prominence)
    select id, 'published', 'story-' || n, section, at, version, '${archiveSource}', (n * 31) % 40, n % 3 from placed),
  version as (
    insert into "ArticleVersion" (id, "articleId", number, headline, standfirst, body, tags, reason, "createdAt")
    select version, id, 1, headline, standfirst, body, tags, 'published', at from placed),
  published as (
    insert into "PublishedVersion" ("versionId", "articleId", number, "publishedAt") select version, id, 1, at from placed),
  byline as (
    insert into "Byline" ("articleId", "authorId", position, "publishedAt") select id, author, 0, at from placed),
  tagged as (
    insert into "ArticleTag" ("articleId", "tagId", "publishedAt")
    select p.id, t.id, p.at from placed p join "Tag" t on t.slug = lower(replace(p.tags[1], ' ', '-'))),
  titled as (
    select p.*, setweight(to_tsvector('tribune_english', headline), 'A') || setweight(to_tsvector('tribune_english', standfirst), 'B') as title from placed p)
  insert into "SearchEntry" ("articleId", "publishedAt", title, words)
  select id, at, title, title || words || array_to_tsvector(array['section ' || section, 'author ' || author, 'month ' || to_char(at at time zone 'UTC', 'YYYY-MM'), 'year ' || to_char(at at time zone 'UTC', 'YYYY')])
  from titled`
