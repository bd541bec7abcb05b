import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Search } from './search'

type Bounds = Pick<Search, 'before' | 'after'>

const keptMs = 60_000
const kept = new Map<number, { reach: Date | null; until: number }>()

/**
 * The instant since which so many stories were published; null when there are fewer, or all are asked for. Without
 * dates it is counted once a minute: a window that is a minute old is a little larger, and nothing else.
 */
export async function reachOf(size: number | null, bounds: Bounds, now = Date.now()): Promise<Date | null> {
  if (size === null) return null
  if (bounds.before || bounds.after) return countBack(size, bounds)
  const known = kept.get(size)
  // Where there were fewer there may be more by now, soon after the first of them.
  if (known?.reach && now < known.until) return known.reach
  const reach = await countBack(size, bounds)
  kept.set(size, { reach, until: now + keptMs })
  return reach
}

async function countBack(size: number, { before, after }: Bounds): Promise<Date | null> {
  const rows = await db().$queryRaw<{ publishedAt: Date }[]>`
    select e."publishedAt" from "SearchEntry" e
    where ${before ? Prisma.sql`e."publishedAt" <= ${before}::timestamptz` : Prisma.sql`true`}
      and ${after ? Prisma.sql`e."publishedAt" >= ${after}::timestamptz` : Prisma.sql`true`}
    order by e."publishedAt" desc, e."articleId" desc offset ${size} limit 1`
  return rows[0]?.publishedAt ?? null
}
