import type { Check } from './check'

/** Holds words the newsroom wants to read first. */
export const words: Check = ({ normalised }, lists) => {
  const [found] = lists.words.find(normalised)
  return found === undefined ? null : { check: 'words', verdict: 'hold', detail: { entry: found } }
}
