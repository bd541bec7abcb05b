/** A time as a clock on a wall shows it; month 1 to 12, day from 1, no zone of its own. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number }

/**
 * Whether the clocks of the zone showed the time once (`exact`), never (`skipped`, they were put forward
 * over it) or twice (`repeated`, they were put back over it).
 */
export type Clock = 'exact' | 'skipped' | 'repeated'

const DAY_MS = 86_400_000

/**
 * The instant at which a clock in `timeZone` (an IANA name) shows `wall`.
 *
 * At a clock change it does what Temporal calls "compatible": a time that exists twice is the first of the
 * two; a time that never existed is read as if the clocks had not been put forward yet, so 02:30 in an hour
 * that was skipped is the instant the new clocks call 03:30.
 *
 * Throws a RangeError for a zone that is not known and for a time that is on no calendar (31 February, 25:61).
 */
export function zonedTimeToInstant(wall: WallTime, timeZone: string): Date {
  return resolveZonedTime(wall, timeZone).instant
}

/** The same, saying also whether the zone's clocks really showed that time, and once only. */
export function resolveZonedTime(wall: WallTime, timeZone: string): { instant: Date; clock: Clock } {
  if (!isWallTime(wall)) throw new RangeError(`no such time: ${JSON.stringify(wall)}`)
  const clocks = clocksOf(timeZone)
  const asIfUtc = utcMillis(wall)
  const before = offsetAt(asIfUtc - DAY_MS, clocks)
  const after = offsetAt(asIfUtc + DAY_MS, clocks)
  const fitting = [...new Set([before, after])].filter(
    (offset) => offsetAt(asIfUtc - offset, clocks) === offset,
  )
  const clock = fitting.length === 0 ? 'skipped' : fitting.length === 1 ? 'exact' : 'repeated'
  const offset = fitting.length === 0 ? before : Math.max(...fitting)
  return { instant: new Date(asIfUtc - offset), clock }
}

/** Whether the Gregorian calendar (years 1 to 9999) and a 24-hour clock have this time at all. */
export function isWallTime(wall: WallTime): boolean {
  const { year, month, day, hour, minute } = wall
  if (![year, month, day, hour, minute].every(Number.isInteger)) return false
  if (year < 1 || year > 9999 || hour < 0 || hour > 23 || minute < 0 || minute > 59) return false
  const date = new Date(utcMillis(wall))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function utcMillis({ year, month, day, hour, minute }: WallTime): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day) // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return date.setUTCHours(hour, minute)
}

/** They take a tenth of a millisecond to make, and a month of the archive asks for sixty. A site has one zone. */
const kept = new Map<string, Intl.DateTimeFormat>()
const mostKept = 20

function clocksOf(timeZone: string): Intl.DateTimeFormat {
  const known = kept.get(timeZone)
  if (known !== undefined) return known
  const made = makeClocks(timeZone)
  if (kept.size < mostKept) kept.set(timeZone, made)
  return made
}

function makeClocks(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch (cause) {
    throw new RangeError(`unknown time zone "${timeZone}": give an IANA name such as Asia/Tehran`, { cause })
  }
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(millis: number, clocks: Intl.DateTimeFormat): number {
  const shown = new Map(clocks.formatToParts(millis).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.get(type))
  const year = shown.get('era') === 'BC' ? 1 - part('year') : part('year')
  const wall = { year, month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
  return utcMillis(wall) + part('second') * 1000 - Math.floor(millis / 1000) * 1000
}
