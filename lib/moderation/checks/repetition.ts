import type { Check, Finding } from './check'

const longestRun = 40
const fewestWords = 30
const leastDistinctPercent = 30

/** Holds texts that say the same over and over, and long runs of one character. */
export const repetition: Check = ({ own, normalised }) => {
  const run = longestRunIn(own)
  if (run > longestRun) return hold({ run })
  const words = normalised.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < fewestWords) return null
  const triples = words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`)
  const distinct = Math.round((100 * new Set(triples).size) / triples.length)
  return distinct < leastDistinctPercent ? hold({ distinct }) : null
}

function hold(detail: Finding['detail']): Finding {
  return { check: 'repetition', verdict: 'hold', detail }
}

function longestRunIn(text: string): number {
  let [longest, run, before] = [0, 0, '']
  for (const letter of text.replace(/[\s.\-_=*]/g, '')) {
    run = letter === before ? run + 1 : 1
    before = letter
    longest = Math.max(longest, run)
  }
  return longest
}
