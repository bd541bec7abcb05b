import type { StoryPlace } from '@/lib/articles/queries-lists'
import { findStories, type Story } from '@/lib/articles/queries-stories'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { Piece } from './pieces'
import { type Asked, type AskedFor, askedOf, isEmpty } from './queries-asked'
import { excerptsOf } from './queries-excerpts'
import { reachOf } from './queries-reach'
import type { Search } from './search'

export const resultsPerPage = 10
/** The last page by relevance. Whoever wants more of it asks by date. */
export const lastRankedPage = 10
const mostRanked = resultsPerPage * lastRankedPage

/**
 * How far back a search looks before it looks everywhere, in stories, newest first. Where these hold enough the words
 * are common, and what is older is beyond the last page anyway: no search ever reads more than some thousands of rows.
 */
const [near, farther, farthest] = [3_000, 20_000, 120_000]
const windows = [near, farther, farthest, null]
/** So many words together are rare, and looking near first would be work for nothing. */
const manyWords = 4
const enough = 300
/** So many that came out first are ranked by all their words. */
const mostReranked = 120
/** A phrase is looked for, word by word, in so many of the newest stories that have its words. */
const mostReread = 800

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
  for (const version of [asked.strict, asked.relaxed]) {
    if (version === null) continue
    // All but one of many words is a hard question: only of what is near enough is it asked.
    const isRelaxed = version === asked.relaxed
    const isMany = search.wanted.length >= manyWords
    for (const size of isMany ? [farther, isRelaxed ? farthest : null] : windows) {
      const reach = await reachOf(size, search)
      const ranked = await rank(version, asked.words, reach, search)
      const isEnough = ranked.read >= enough && (ranked.found >= resultsPerPage || size === farthest)
      if (reach !== null && !isEnough && !(isMany && isRelaxed && size === farthest)) continue
      if (ranked.found === 0) break
      const ids = ranked.ids.slice((page - 1) * resultsPerPage, page * resultsPerPage)
      const total = reach === null ? ranked.found : null
      return { results: await resultsOf(ids, asked, search), total, isRelaxed }
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
    const { rows, lastRead, isCut } = await newest(asked.strict, reach, search, after)
    if (rows.length <= resultsPerPage && reach !== null && !isCut) continue
    const shown = rows.slice(0, resultsPerPage)
    const hasMore = rows.length > resultsPerPage
    const ids = shown.map(({ id }) => id)
    return {
      results: await resultsOf(ids, asked, search),
      total: after === null && !hasMore && !isCut ? rows.length : null,
      isRelaxed: false,
      older: (hasMore ? shown.at(-1) : isCut ? lastRead : null) ?? null,
    }
  }
  return { ...nothing, older: null }
}

/** What of a query lies within the window and the dates asked for: the months by the index, the days by the rows. */
function within({ loose }: AskedFor, reach: Date | null, { before, after }: Search): Prisma.Sql {
  const from = reach ?? after
  const until = before ?? new Date()
  const months = from
    ? Prisma.sql`&& search_months(${from}::timestamptz, ${until}::timestamptz)`
    : Prisma.sql``
  return Prisma.sql`e.words @@ (${loose}::tsquery ${months})
    and ${after ? Prisma.sql`e."publishedAt" >= ${after}::timestamptz` : Prisma.sql`true`}
    and ${before ? Prisma.sql`e."publishedAt" < ${before}::timestamptz` : Prisma.sql`true`}`
}

/**
 * Two rounds. The first reads the small vector of headline and standfirst for everything found, the second the whole
 * words of those that came out first.
 */
async function rank(
  asked: AskedFor,
  words: string,
  reach: Date | null,
  search: Search,
): Promise<{ read: number; found: number; ids: number[] }> {
  const [row] = await db().$queryRaw<{ read: number; found: number; ids: number[] | null }[]>`
    with hit as materialized (
      select e."articleId", e."publishedAt", e.title from "SearchEntry" e where ${within(asked, reach, search)}),
    strict as materialized (${strictly(asked)}),
    first as materialized (
      select h."articleId", h.title, h."publishedAt",
             ts_rank('{0, 0, 0.4, 1}', h.title, ${words}::tsquery) + (h.title @@ ${words}::tsquery)::int as early
      from strict h order by early desc, h."publishedAt" desc, h."articleId" desc limit ${mostReranked}),
    scored as (
      select f."articleId", f."publishedAt",
             f.early + 2 * ts_rank('{0.1, 0.2, 0.4, 1}', e.words, ${words}::tsquery, 1)
               + 0.1 / (1 + greatest(extract(epoch from now() - f."publishedAt"), 0) / 31557600) as score
      from first f join "SearchEntry" e on e."articleId" = f."articleId")
    select (select count(*)::int from hit) as read, (select count(*)::int from strict) as found,
           (select array_agg(s."articleId" order by s.score desc, s."publishedAt" desc, s."articleId" desc) from scored s) as ids`
  return { read: row?.read ?? 0, found: row?.found ?? 0, ids: row?.ids?.slice(0, mostRanked) ?? [] }
}

/**
 * Of the rows in `hit`, those in which the words stand as they were asked for. The index knows which words a story has,
 * and not where: only a phrase makes it necessary to look, in every headline and in the newest texts.
 */
function strictly({ query, isLoose, inTitle }: AskedFor): Prisma.Sql {
  if (!isLoose) return Prisma.sql`select * from hit`
  return Prisma.sql`
    select * from hit h where ${inTitle === null ? Prisma.sql`false` : Prisma.sql`h.title @@ ${inTitle}::tsquery`}
    union
    select h.* from (select * from hit order by "publishedAt" desc, "articleId" desc limit ${mostReread}) h
    join "SearchEntry" e on e."articleId" = h."articleId" where e.words @@ ${query}::tsquery`
}

/** The newest of what was found; with phrases, of so many as are read for them, and the last of these. */
async function newest(
  asked: AskedFor,
  reach: Date | null,
  search: Search,
  after: StoryPlace | null,
): Promise<{ rows: StoryPlace[]; lastRead: StoryPlace | null; isCut: boolean }> {
  const beyond = after
    ? Prisma.sql`(h."publishedAt", h."articleId") < (${after.at}::timestamptz, ${after.id}::int)`
    : Prisma.sql`true`
  const most = asked.isLoose ? mostReread : resultsPerPage + 1
  const fits = asked.isLoose
    ? Prisma.sql`exists (select 1 from "SearchEntry" e where e."articleId" = h."articleId" and e.words @@ ${asked.query}::tsquery)`
    : Prisma.sql`true`
  const read = await db().$queryRaw<(StoryPlace & { fits: boolean })[]>`
    with hit as materialized (
      select e."articleId", e."publishedAt" from "SearchEntry" e where ${within(asked, reach, search)}),
    newest as materialized (
      select * from hit h where ${beyond} order by h."publishedAt" desc, h."articleId" desc limit ${most})
    select h."articleId" as id, h."publishedAt" as at, ${fits} as fits from newest h
    order by h."publishedAt" desc, h."articleId" desc`
  return {
    rows: read.filter((row) => row.fits).slice(0, resultsPerPage + 1),
    lastRead: read.at(-1) ?? null,
    isCut: asked.isLoose && read.length === mostReread,
  }
}

async function resultsOf(ids: readonly number[], { words }: Asked, { wanted }: Search): Promise<Result[]> {
  const [stories, excerpts] = await Promise.all([findStories(ids), excerptsOf(ids, words, wanted)])
  return stories.map((story) => {
    const plain = [{ text: story.headline, isHit: false }]
    return { story, ...(excerpts.get(story.id) ?? { headline: plain, excerpt: [] }) }
  })
}
