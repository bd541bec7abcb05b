/**
 * The instant at which a clock on the wall of a zone shows `YYYY-MM-DDTHH:MM`, as a form's datetime-local field gives it;
 * null when it is none. What the clock shows twice is the first of the two, and what it skips is an hour later.
 */
export function instantAt(text: string, timeZone: string): Date | null {
  const [, ...parts] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/.exec(text) ?? []
  const [year, month, day, hour, minute] = parts.map(Number)
  if (year === undefined || month === undefined) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(text.slice(0, 16))) return null
  // The zone is so far from UTC at about that time; a day before and after tell both sides of a change.
  const candidates = [-86_400_000, 0, 86_400_000].map((by) => wall - offsetAt(wall + by, timeZone))
  const right = candidates.filter((at) => at + offsetAt(at, timeZone) === wall)
  return new Date(Math.min(...(right.length > 0 ? right : candidates.slice(0, 1))))
}

/** The other way: what the clock shows, as the field takes it. */
export function wallClock(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 16)
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
function offsetAt(at: number, timeZone: string): number {
  const instant = new Date(Math.floor(at / 60_000) * 60_000)
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(instant)
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute')) - instant.getTime()
}
