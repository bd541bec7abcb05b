import type { Check } from './check'

// Shorter, it may be a name, a heading or an abbreviation.
const fewestLetters = 40
const mostPercent = 70

/** Holds long texts in capitals. Scripts without capitals never shout. */
export const shouting: Check = ({ own }) => {
  const capitals = own.match(/\p{Lu}/gu)?.length ?? 0
  const cased = capitals + (own.match(/\p{Ll}/gu)?.length ?? 0)
  const percent = cased === 0 ? 0 : Math.round((100 * capitals) / cased)
  if (cased < fewestLetters || percent <= mostPercent) return null
  return { check: 'shouting', verdict: 'hold', detail: { percent, most: mostPercent } }
}
