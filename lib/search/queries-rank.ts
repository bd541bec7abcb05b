import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { AskedFor } from './queries-asked'
import { mostReread, onDays, textOfHit, within } from './queries-within'
import type { Search } from './search'

/** So many that came out first are ranked by all their words. */
const mostReranked = 120

/** How many stories the index gave, how many of them are asked for, and the best of these in their order. */
export type Ranked = { read: number; found: number; ids: number[] }

/** The best of what has the words in headline, standfirst or tags, wherever it is in the archive. */
export async function rankTitles(
  { query, loose }: NonNullable<AskedFor['titles']>,
  words: string,
  search: Search,
): Promise<Ranked> {
  return ranked(
    Prisma.sql`select e."articleId", e."publishedAt", e.title from "SearchEntry" e
      where e.title @@ ${loose}::tsquery and ${onDays(search)}`,
    Prisma.sql`select * from hit h where h.title @@ ${query}::tsquery`,
    words,
  )
}

/** The best of what is within the window, and of some more that were found before. */
export async function rankWithin(
  asked: AskedFor,
  words: string,
  reach: Date | null,
  search: Search,
  more: readonly number[],
): Promise<Ranked> {
  const others = Prisma.sql`select e."articleId", e."publishedAt", e.title from "SearchEntry" e
    where e."articleId" = any(${[...more]}::int[]) and e."articleId" not in (select h."articleId" from within h)`
  return ranked(
    Prisma.sql`select e."articleId", e."publishedAt", e.title from "SearchEntry" e where ${within(asked, reach, search)}`,
    Prisma.sql`with within as materialized (${strictly(asked)}) select * from within union all ${others}`,
    words,
  )
}

/** How many the index gives within the window. */
export async function countWithin(asked: AskedFor, reach: Date | null, search: Search): Promise<number> {
  const [row] = await db().$queryRaw<{ read: number }[]>`
    select count(*)::int as read from "SearchEntry" e where ${within(asked, reach, search)}`
  return row?.read ?? 0
}

/**
 * Two rounds. The first reads the small vector of headline and standfirst for everything found, the second the whole
 * words of those that came out first.
 */
async function ranked(hit: Prisma.Sql, strict: Prisma.Sql, words: string): Promise<Ranked> {
  const [row] = await db().$queryRaw<{ read: number; found: number; ids: number[] | null }[]>`
    with hit as materialized (${hit}),
    strict as materialized (${strict}),
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
  return { read: row?.read ?? 0, found: row?.found ?? 0, ids: row?.ids ?? [] }
}

/**
 * Of the rows in `hit`, those that are asked for. The index knows which words a story has, and not where: for phrases and
 * for much that may be missing it is necessary to look, in every headline and in the newest texts.
 */
function strictly({ query, isLoose, inTitle }: AskedFor): Prisma.Sql {
  if (!isLoose) return Prisma.sql`select * from hit`
  return Prisma.sql`
    select * from hit h where ${inTitle === null ? Prisma.sql`false` : Prisma.sql`h.title @@ ${inTitle}::tsquery`}
    union
    select h.* from (select * from hit order by "publishedAt" desc, "articleId" desc limit ${mostReread}) h
    cross join lateral ${textOfHit} where e.words @@ ${query}::tsquery`
}
