import { isWallTime, zonedTimeToInstant } from '@/lib/zoned-time'

/** A year of the archive, a month of it, or a day. */
export type ArchiveDate = { year: number; month?: number; day?: number }

/** What an address names, `['2020', '11', '25']`; null for what is on no calendar. */
export function readArchiveDate(parts: readonly string[]): ArchiveDate | null {
  const [year = Number.NaN, month, day] = parts.map(Number)
  if (!isWallTime({ year, month: month ?? 1, day: day ?? 1, hour: 0, minute: 0 })) return null
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
}

export function archivePath({ year, month, day }: ArchiveDate): string {
  const parts = [String(year).padStart(4, '0'), ...[month, day].flatMap((part) => (part ? [two(part)] : []))]
  return `/archive/${parts.join('/')}`
}

/** From the first instant of a year, month or day in the zone to the first that is no longer in it. */
export function spanOf(date: ArchiveDate, timeZone: string): { from: Date; until: Date } {
  return { from: startOf(date, timeZone), until: startOf(following(date), timeZone) }
}

/** The next year, month or day. */
export function following({ year, month, day }: ArchiveDate): ArchiveDate {
  if (month === undefined) return { year: year + 1 }
  const next = new Date(0)
  next.setUTCFullYear(year, day === undefined ? month : month - 1, day === undefined ? 1 : day + 1)
  const then = { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1 }
  return day === undefined ? then : { ...then, day: next.getUTCDate() }
}

/** The parts of a year, in order, or of a month. Of a day there are none. */
export function partsOf(date: ArchiveDate): ArchiveDate[] {
  const { year, month, day } = date
  if (day !== undefined) return []
  if (month === undefined) return Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }))
  const days = Array.from({ length: 31 }, (_, index) => ({ year, month, day: index + 1 }))
  return days.filter((one) => isWallTime({ ...one, hour: 0, minute: 0 }))
}

/** On which day of the week a month begins, Monday being 0. */
export function firstWeekday(year: number, month: number): number {
  const first = new Date(0)
  first.setUTCFullYear(year, month - 1, 1)
  return (first.getUTCDay() + 6) % 7
}

/** The date an instant has in a zone. */
export function dateIn(instant: Date, timeZone: string): { year: number; month: number; day: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const [year = 0, month = 0, day = 0] = format.format(instant).split('-').map(Number)
  return { year, month, day }
}

// After 9999 there is no calendar to ask; nothing was published then.
function startOf({ year, month = 1, day = 1 }: ArchiveDate, timeZone: string): Date {
  if (year > 9999) return new Date(Date.UTC(10_000, 0, 2))
  return zonedTimeToInstant({ year, month, day, hour: 0, minute: 0 }, timeZone)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
