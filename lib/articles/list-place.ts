/** A place in a list: newest first, of the same instant the higher id first. */
export type ListPlace = { at: Date; id: number }

/** Where a page begins: behind the last one of the newer page, or before the first of the older one. */
export type PageStart = { after: ListPlace } | { before: ListPlace } | null

/** What the pages beside a page begin `before` and `after`. */
export type PagesBeside = { newer: ListPlace | null; older: ListPlace | null }

export function isBackwards(start: PageStart): start is { before: ListPlace } {
  return start !== null && 'before' in start
}

/**
 * A page of a list from what was found there: one more than it has room for, where there are so many, and backwards in the
 * order of the way. Null: before it there is nothing, and what is left of the first page is to be shown whole.
 */
export function pageOf<T>(
  found: readonly T[],
  start: PageStart,
  take: number,
  placeOf: (row: T) => ListPlace,
): ({ rows: T[] } & PagesBeside) | null {
  const backwards = isBackwards(start)
  if (backwards && found.length <= take) return null
  const rows = backwards ? found.slice(0, take).reverse() : found.slice(0, take)
  const [first, last] = [rows[0], rows.at(-1)]
  const hasOlder = backwards || found.length > take
  return {
    rows,
    newer: start !== null && first !== undefined ? placeOf(first) : null,
    older: hasOlder && last !== undefined ? placeOf(last) : null,
  }
}
