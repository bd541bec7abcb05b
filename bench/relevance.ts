import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { z } from 'zod'
import { searchByRelevance } from '@/lib/search/queries-search'
import { readSearch } from '@/lib/search/search'

const Article = z.object({
  title: z.string(),
  summary: z.string().nullish(),
  date: z.string(),
  body: z.array(z.string()),
  tags: z.array(z.string()).nullish(),
})
const perBatch = 200

export type Known = { id: number; title: string; summary: string | null }

/** Publishes articles of a file (JSON lines of title, summary, date, tags and body), and gives what each is known by. */
export async function loadKnown(url: string, path: string): Promise<Known[]> {
  const articles = (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => Article.parse(JSON.parse(line)))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const known: Known[] = []
  try {
    for (let from = 0; from < articles.length; from += perBatch) {
      const { rows } = await client.query<Known>(insert, [
        JSON.stringify(articles.slice(from, from + perBatch)),
      ])
      known.push(...rows)
    }
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
  return known
}

// Dates that are none are of the demonstration's time.
const insert = `
  with made as materialized (
    select nextval('"Article_id_seq"')::int as id, nextval('"ArticleVersion_id_seq"')::int as version, a.*
    from jsonb_to_recordset($1::jsonb) a(title text, summary text, date text, tags text[], body jsonb)),
  version as (
    insert into "ArticleVersion" (id, "articleId", number, headline, standfirst, body, tags, reason)
    select version, id, 1, title, nullif(summary, ''),
      (select coalesce(jsonb_agg(jsonb_build_object('type', 'paragraph', 'id', 'p' || k, 'content', jsonb_build_array(jsonb_build_object('text', line))) order by k), '[]')
       from jsonb_array_elements_text(body) with ordinality l(line, k) where line <> ''), coalesce(tags, '{}'), 'published' from made),
  article as (
    insert into "Article" (id, state, slug, "sectionId", "publishedAt", "currentVersionId", source)
    select id, 'published', 'known', (select min(id) from "Section"), coalesce(substring(date from '^\\d{4}-\\d{2}-\\d{2}'), '2020-01-01')::timestamptz, version, 'known' from made)
  select id, title, nullif(summary, '') as summary from made`

export type Places = { asked: number; first: number; firstTen: number; milliseconds: number[] }

/** How often an article stands first, and among the first ten, when it is searched for by what it is known by. */
export async function placesOf(known: readonly Known[], by: 'title' | 'summary'): Promise<Places> {
  const places: Places = { asked: 0, first: 0, firstTen: 0, milliseconds: [] }
  for (const article of known) {
    const text = article[by]
    if (!text) continue
    const began = performance.now()
    const { results } = await searchByRelevance(readSearch(text, 'UTC'), 1)
    places.milliseconds.push(performance.now() - began)
    const place = results.findIndex(({ story }) => story.id === article.id)
    places.asked += 1
    if (place === 0) places.first += 1
    if (place >= 0) places.firstTen += 1
  }
  return places
}
