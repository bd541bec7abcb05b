import type { ListPlace } from '@/lib/articles/list-place'
import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { AskedFor } from './queries-asked'
import { mostReread, textOfHit, within } from './queries-within'
import type { Search } from './search'

/** By date, so many fill a page and say that there is another. */
export const resultsPerPage = 10

/** The newest of what was found; where texts are looked at, of so many as are read for them, and the last of these. */
export async function newestOf(
  asked: AskedFor,
  reach: Date | null,
  search: Search,
  after: ListPlace | null,
  until: Date | null,
): Promise<{ rows: ListPlace[]; lastRead: ListPlace | null; isCut: boolean }> {
  const beyond = after
    ? Prisma.sql`(h."publishedAt", h."articleId") < (${after.at}::timestamptz, ${after.id}::int)`
    : Prisma.sql`true`
  const most = asked.isLoose ? mostReread : resultsPerPage + 1
  const fits = asked.isLoose
    ? Prisma.sql`exists (select 1 from ${textOfHit} where e.words @@ ${asked.query}::tsquery)`
    : Prisma.sql`true`
  const read = await db().$queryRaw<(ListPlace & { fits: boolean })[]>`
    with hit as materialized (
      select e."articleId", e."publishedAt" from "SearchEntry" e where ${within(asked, reach, search, until)}),
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
