import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { AskedFor } from './queries-asked'
import type { Search } from './search'

/** What the index gives too much of is looked at, text by text, in so many of the newest stories. */
export const mostReread = 800

/**
 * What of a query lies within the window, which ends at `end` or today, and the dates asked for: the months by the
 * index, the days by the rows.
 */
export function within(
  { loose }: AskedFor,
  reach: Date | null,
  search: Search,
  end: Date | null = search.before,
): Prisma.Sql {
  const from = reach ?? search.after
  const until = end ?? new Date()
  const months = from
    ? Prisma.sql`&& search_months(${from}::timestamptz, ${until}::timestamptz)`
    : Prisma.sql``
  return Prisma.sql`e.words @@ (${loose}::tsquery ${months}) and ${onDays(search)}`
}

/** Published on the days asked for. */
export function onDays({ before, after }: Search): Prisma.Sql {
  return Prisma.sql`${after ? Prisma.sql`e."publishedAt" >= ${after}::timestamptz` : Prisma.sql`true`}
    and ${before ? Prisma.sql`e."publishedAt" < ${before}::timestamptz` : Prisma.sql`true`}`
}

/** The words of the story `h`, by its id. OFFSET keeps PostgreSQL from asking the index for the whole archive instead. */
export const textOfHit = Prisma.sql`(
  select text.words from "SearchEntry" text where text."articleId" = h."articleId" offset 0) e`
