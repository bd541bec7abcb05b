import { findStories, type Story } from '@/lib/articles/queries'
import type { StoryPlace } from '@/lib/articles/queries-lists'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { Piece } from './pieces'
import { type Asked, askedOf, isEmpty } from './queries-asked'
import { excerptsOf } from './queries-excerpts'
import type { Search } from './search'

export const resultsPerPage = 10
/** The last page by relevance. Whoever wants more of it asks by date. */
export const lastRankedPage = 10
const mostRanked = resultsPerPage * lastRankedPage

/**
 * How far back a search looks before it looks everywhere, in stories, newest first. Where these hold enough the words
 * are common, and what is older is beyond the last page anyway.
 */
const windows = [10_000, 60_000, null] as const
const enoughRanked = 500

export type Result = { story: Story; headline: Piece[]; excerpt: Piece[] }
export type Results = { results: Result[]; total: number | null; isRelaxed: boolean }

const nothing = { results: [], total: 0, isRelaxed: false } satisfies Results

/**
 * The best stories for a search (docs/search.md has the formula), `page` from 1. Where none has every word those count
 * that have all but one. `total` is null where not everything was looked through.
 */
export async function searchByRelevance(search: Search, page: number): Promise<Results> {
  const asked = await askedOf(search)
  if (isEmpty(asked)) return nothing
  for (const query of [asked.query, asked.relaxed]) {
    if (query === null) continue
    for (const size of windows) {
      const reach = await reachOf(size, search)
      const ranked = await rank(query, asked.words, reach, search)
      if (ranked.found < enoughRanked && reach !== null) continue
      if (ranked.found === 0) break
      const ids = ranked.ids.slice((page - 1) * resultsPerPage, page * resultsPerPage)
      const total = reach === null ? ranked.found : null
      return { results: await resultsOf(ids, asked, search), total, isRelaxed: query === asked.relaxed }
    }
  }
  return nothing
}

/** The newest stories that have every word. */
export async function searchByDate(
  search: Search,
  after: StoryPlace | null,
): Promise<Results & { older: StoryPlace | null }> {
  const asked = await askedOf(search)
  if (isEmpty(asked)) return { ...nothing, older: null }
  const until = after && (!search.before || after.at < search.before) ? after.at : search.before
  for (const size of windows) {
    const reach = await reachOf(size, { ...search, before: until })
    const rows = await newest(asked.query, reach, search, after)
    if (rows.length <= resultsPerPage && reach !== null) continue
    const shown = rows.slice(0, resultsPerPage)
    const last = shown.at(-1)
    const results = await resultsOf(
      shown.map(({ id }) => id),
      asked,
      search,
    )
    const isAll = after === null && rows.length <= resultsPerPage
    const older = rows.length > resultsPerPage && last ? { at: last.publishedAt, id: last.id } : null
    return { results, total: isAll ? rows.length : null, isRelaxed: false, older }
  }
  return { ...nothing, older: null }
}

/** The instant since which so many stories were published; null when there are fewer, or all are asked for. */
export async function reachOf(
  size: number | null,
  { before, after }: Pick<Search, 'before' | 'after'>,
): Promise<Date | null> {
  if (size === null) return null
  const rows = await db().$queryRaw<{ publishedAt: Date }[]>`
    select e."publishedAt" from "SearchEntry" e
    where ${before ? Prisma.sql`e."publishedAt" <= ${before}::timestamptz` : Prisma.sql`true`}
      and ${after ? Prisma.sql`e."publishedAt" >= ${after}::timestamptz` : Prisma.sql`true`}
    order by e."publishedAt" desc, e."articleId" desc offset ${size} limit 1`
  return rows[0]?.publishedAt ?? null
}

/** What of a query lies within the window and the dates asked for: the months by the index, the days by the rows. */
export function within(query: string, reach: Date | null, { before, after }: Search): Prisma.Sql {
  const from = reach ?? after
  const until = before ?? new Date()
  const months = from
    ? Prisma.sql`&& search_months(${from}::timestamptz, ${until}::timestamptz)`
    : Prisma.sql``
  return Prisma.sql`e.words @@ (${query}::tsquery ${months})
    and ${after ? Prisma.sql`e."publishedAt" >= ${after}::timestamptz` : Prisma.sql`true`}
    and ${before ? Prisma.sql`e."publishedAt" < ${before}::timestamptz` : Prisma.sql`true`}`
}

/**
 * Two rounds. The first reads the small vector of headline and standfirst for everything found, the second the whole
 * words of the two hundred that came out first.
 */
async function rank(
  query: string,
  words: string,
  reach: Date | null,
  search: Search,
): Promise<{ found: number; ids: number[] }> {
  const [row] = await db().$queryRaw<{ found: number; ids: number[] | null }[]>`
    with hit as materialized (
      select e."articleId", e."publishedAt", e.title from "SearchEntry" e where ${within(query, reach, search)}),
    first as materialized (
      select h."articleId", h.title, h."publishedAt",
             ts_rank('{0, 0, 0.4, 1}', h.title, ${words}::tsquery) + (h.title @@ ${words}::tsquery)::int as early
      from hit h order by early desc, h."publishedAt" desc, h."articleId" desc limit 200),
    scored as (
      select f."articleId", f."publishedAt",
             f.early + 2 * ts_rank('{0.1, 0.2, 0.4, 1}', e.words, ${words}::tsquery, 1)
               + 0.1 / (1 + greatest(extract(epoch from now() - f."publishedAt"), 0) / 31557600) as score
      from first f join "SearchEntry" e on e."articleId" = f."articleId")
    select (select count(*)::int from hit) as found,
           (select array_agg(s."articleId" order by s.score desc, s."publishedAt" desc, s."articleId" desc) from scored s) as ids`
  return { found: row?.found ?? 0, ids: row?.ids?.slice(0, mostRanked) ?? [] }
}

async function newest(
  query: string,
  reach: Date | null,
  search: Search,
  after: StoryPlace | null,
): Promise<{ id: number; publishedAt: Date }[]> {
  const beyond = after
    ? Prisma.sql`(h."publishedAt", h."articleId") < (${after.at}::timestamptz, ${after.id}::int)`
    : Prisma.sql`true`
  return db().$queryRaw`
    with hit as materialized (
      select e."articleId", e."publishedAt" from "SearchEntry" e where ${within(query, reach, search)})
    select h."articleId" as id, h."publishedAt" from hit h where ${beyond}
    order by h."publishedAt" desc, h."articleId" desc limit ${resultsPerPage + 1}`
}

async function resultsOf(ids: readonly number[], { words }: Asked, { wanted }: Search): Promise<Result[]> {
  const [stories, excerpts] = await Promise.all([findStories(ids), excerptsOf(ids, words, wanted)])
  return stories.map((story) => {
    const plain = [{ text: story.headline, isHit: false }]
    return { story, ...(excerpts.get(story.id) ?? { headline: plain, excerpt: [] }) }
  })
}
