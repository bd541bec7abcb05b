import type { Block } from './body'
import { wordsIn } from './body-words'

// What people read of a newspaper in a minute: words, and letters of scripts that part none.
const [wordsPerMinute, lettersPerMinute] = [230, 500]
const letter = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu

/** About how many minutes it takes to read a text, at least one. */
export function readingMinutes(body: readonly Block[]): number {
  const text = body.flatMap(wordsIn).join(' ')
  const letters = text.match(letter)?.length ?? 0
  const words = text.replaceAll(letter, ' ').split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.round(words / wordsPerMinute + letters / lettersPerMinute))
}

/** How many whole years have passed since a day, by the site's calendar; 0 in the first year. */
export function wholeYears(from: { year: number; month: number; day: number }, to: typeof from): number {
  const isBefore = to.month < from.month || (to.month === from.month && to.day < from.day)
  return Math.max(0, to.year - from.year - (isBefore ? 1 : 0))
}
