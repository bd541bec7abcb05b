import { normalise } from '@/lib/comments/text'
import { matchWords } from './checks/word-matcher'

/** A passage as it was typed, with what stands around it. */
export type Matched = { before: string; match: string; after: string }

const around = 60

/**
 * Where the list's entry stands in a text, as it was typed: the checks find it through disguises, and so it may look
 * like something else. The first place; null where it stands nowhere (the text is another than the one that was read).
 */
export function matchedIn(source: string, entry: string): Matched | null {
  const matcher = matchWords([entry])
  const words = [...source.matchAll(/\S+/g)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }))
  const holds = (first: number, last: number) => {
    const [start, end] = [words[first], words[last]]
    return start && end ? matcher.find(normalise(source.slice(start.from, end.to))).length > 0 : false
  }
  // More text never hides an entry, so the shortest beginning that has it is found by halves, and then its latest start.
  const last = firstWhere(words.length, (index) => holds(0, index))
  if (last === words.length) return null
  const first = last - firstWhere(last + 1, (back) => holds(last - back, last))
  const [start, end] = [words[first]?.from ?? 0, words[last]?.to ?? 0]
  const [before, after] = [source.slice(0, start), source.slice(end)]
  return {
    before: before.length > around ? `…${before.slice(-around)}` : before,
    match: source.slice(start, end),
    after: after.length > around ? `${after.slice(0, around)}…` : after,
  }
}

/** The first index from 0 at which a condition holds that holds from then on; `count` where it never does. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
