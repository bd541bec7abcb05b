import type { Lifetime } from './routes'

/** The instant (ms) from which a page rendered at `from` is too old even without news. */
export function endOfLife(lives: Lifetime, from: number, timeZone: string): number {
  return lives === 'until-midnight' ? nextMidnight(from, timeZone) : from + lives
}

/** The first instant after `from` (ms) whose date in the zone is another one. Days of 23 and 25 hours included. */
export function nextMidnight(from: number, timeZone: string): number {
  const date = dateIn(timeZone)
  const today = date.format(from)
  let before = from
  let after = from + 26 * 3_600_000
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (date.format(middle) === today) before = middle
    else after = middle
  }
  return after
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dateIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format
}
