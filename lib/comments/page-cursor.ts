import type { Sort } from './sorts'

/**
 * Where a page of roots goes on: after the one with this value of what they are ordered by (an instant in
 * milliseconds, a number of answers, a rank) and this id. Pages by rank go by the ranks as they were at the first page
 * (`asOf`), and leave out what that page showed out of its turn.
 */
export type PageCursor = { value: number; id: number; asOf: Date; shown: readonly number[] }

/** What a first page shows out of its turn at most: what is pinned, and what few have seen. */
const mostShown = 6
/** Pages go on by the ranks of their first one for so long; then by those of now. */
export const longestAsOfMs = 3_600_000
const [highestId, latest] = [2_147_483_647, Date.UTC(9999, 11, 31)]
/** Ranks have three digits from a millionth on (lib/comments/rank.ts). */
const ofRank = 1e9

/** A cursor as it stands in an address. */
export function writePageCursor(sort: Sort, { value, id, asOf, shown }: PageCursor): string {
  if (!isByRank(sort)) return [value, id].map(digits).join('-')
  return [Math.round(value * ofRank), id, asOf.getTime(), ...shown].map(digits).join('-')
}

/**
 * Reads a cursor of an order; null for anything that is none, which then counts as the first page. One from over an
 * hour ago goes on by the ranks of `now`: those from before are forgotten.
 */
export function readPageCursor(sort: Sort, text: string | undefined, now: Date): PageCursor | null {
  if (!/^[0-9a-z]{1,9}(?:-[0-9a-z]{1,9}){1,8}$/.test(text ?? '')) return null
  const [value = 0, id = 0, asOf, ...shown] = (text ?? '').split('-').map((part) => Number.parseInt(part, 36))
  if (id > highestId || value > latest || shown.length > mostShown) return null
  if (!isByRank(sort)) return asOf === undefined ? { value, id, asOf: now, shown: [] } : null
  if (asOf === undefined || value > ofRank || shown.some((each) => each > highestId)) return null
  const isForgotten = asOf > now.getTime() || now.getTime() - asOf > longestAsOfMs
  return { value: value / ofRank, id, asOf: isForgotten ? now : new Date(asOf), shown }
}

export function isByRank(sort: Sort): sort is 'best' | 'other' {
  return sort === 'best' || sort === 'other'
}

function digits(number: number): string {
  return number.toString(36)
}
