/**
 * How far back a search looks, in stories, newest first. The smallest is read in a millisecond; beyond the largest a search
 * looks everywhere or, where even its rarest word is common, no further.
 */
export const [near, farthest] = [3_000, 96_000]
/** In so many it shows whether a word of which nothing more is known is rare. */
const probe = 24_000

/** How many stories a query of so many words can be in, by its rarest, and is in if its words know nothing of each other. */
export type Expected = { atMost: number; about: number; words: number }

const [few, someWithThemAll] = [1_000, 100]
/** Stories with a word that stand anywhere in the archive: so many are looked at, and through so long a list the index goes. */
const [mostAnywhere, longestList, longestListByTitle] = [3_000, 10_000, 60_000]
const [fewTitles, manyTitles] = [2_000, 4_000]
/** Windows, and lists, times the words that are looked up in them: with all words common nothing else has an end. */
const mostLookedUp = 300_000

/** The first window in which `wanted` stories may be, of `total`; null looks everywhere. */
export function firstReach(expected: Expected, wanted: number, total: number): number | null {
  const { atMost, about } = expected
  if (atMost <= few || (about <= someWithThemAll && atMost <= longestList)) return null
  return stepTo((wanted * total) / atMost, atMost <= longestList ? probe : lastOf(expected))
}

/** The next window, after `found` stories in one of `size`; `'none'` where it was the last. */
export function nextReach(
  size: number,
  found: number,
  wanted: number,
  expected: Expected,
  total: number,
): number | null | 'none' {
  const { atMost, words } = expected
  const last = lastOf(expected)
  const isRare = atMost <= longestList && (found / size) * total <= mostAnywhere
  if (size >= last || isRare)
    return atMost <= longestListByTitle && atMost * words <= mostLookedUp ? null : 'none'
  return found === 0 ? last : stepTo(size * Math.max(2, wanted / found), last)
}

/** Whether headlines are searched everywhere: where they are not too many, and the way to them is not too long. */
export function isTitleSearched({ atMost, about }: Expected, isLoose: boolean): boolean {
  // In a window there are many headlines with some common words, and hardly one with a phrase of them.
  return atMost <= fewTitles || (atMost <= longestListByTitle && about <= (isLoose ? manyTitles : fewTitles))
}

function lastOf({ words }: Expected): number {
  let size = farthest
  while (size > near && size * words > mostLookedUp) size /= 2
  return size
}

/** Windows are doubles of each other, so that where they begin is counted for few. */
function stepTo(stories: number, last: number): number {
  let size = near
  while (size < stories && size < last) size *= 2
  return size
}
