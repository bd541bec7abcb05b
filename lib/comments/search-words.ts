import { normalise } from './text'

export const longestSearch = 100

/**
 * What was searched for, as the database reads it: words normalised and parted like those they are compared with, and
 * three signs between them. All words must be there; "words in quotation marks" side by side, one of two with `or`, none
 * that has a `-` before it. Null where nothing is left.
 */
export function readSearch(typed: string | string[] | undefined): string | null {
  if (typeof typed !== 'string') return null
  const query = normalise(typed.slice(0, 4 * longestSearch))
    .replace(/[“”„«»]/g, '"')
    .replace(/(?<=\S)-|[^\p{L}\p{N}\p{M}\s"-]/gu, ' ')
  const cut = [...query].slice(0, longestSearch).join('').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(cut) ? cut : null
}

const word = /[\p{L}\p{N}\p{M}]+/gu
const longestExcerpt = 220
const lead = 60

/** A piece of text, and whether it is one of the words that were searched for. */
export type Piece = { text: string; isHit: boolean }

/** The part of a text around the first of the words that were searched for, with each of them marked. */
export function markWords(text: string, query: string): Piece[] {
  const wanted = wantedWords(query)
  const isWanted = (each: string) => wanted.has(normalise(each))
  const first = [...text.matchAll(word)].find(([each]) => isWanted(each))?.index ?? 0
  const { start, end } = windowAround(text, first)
  const pieces: Piece[] = start > 0 ? [{ text: '… ', isHit: false }] : []
  let at = start
  for (const match of text.slice(start, end).matchAll(word)) {
    if (!isWanted(match[0])) continue
    const from = start + match.index
    if (from > at) pieces.push({ text: text.slice(at, from), isHit: false })
    pieces.push({ text: match[0], isHit: true })
    at = from + match[0].length
  }
  const rest = text.slice(at, end) + (end < text.length ? ' …' : '')
  return rest === '' ? pieces : [...pieces, { text: rest, isHit: false }]
}

function wantedWords(query: string): ReadonlySet<string> {
  const positive = query.replace(/(^|\s)-\s*(?:"[^"]*"?|\S+)/g, ' ')
  return new Set([...positive.matchAll(word)].map(([each]) => each).filter((each) => each !== 'or'))
}

/** Begins and ends between words where there is a space near by, and never within a character. */
function windowAround(text: string, at: number): { start: number; end: number } {
  const gap = text.lastIndexOf(' ', at - lead)
  const start = at <= lead ? 0 : gap < at - 2 * lead ? wholeFrom(text, at - lead) : gap + 1
  if (text.length - start <= longestExcerpt) return { start, end: text.length }
  const stop = text.lastIndexOf(' ', start + longestExcerpt)
  return { start, end: stop > at ? stop : wholeFrom(text, start + longestExcerpt) }
}

function wholeFrom(text: string, index: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(index)) ? index - 1 : index
}
