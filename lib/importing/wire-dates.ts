import { isWallTime, type WallTime } from '@/lib/zoned-time'

/** What stands after "Publish Date:", or why it cannot be read. `rest` is what was run on to it. */
export type PublishDate = { ok: true; wall: WallTime; rest: string } | { ok: false; reason: string }

/** `Wednesday, 25 November 2020` at the start of a line, and the rest of the line. */
export type LongDate = {
  weekday: string
  day: number
  month: number
  year: number
  text: string
  rest: string
}

/**
 * Reads `12:40 - 25 November 2020` (any dash; one digit of the hour or the day will do; months in English,
 * whole or as three letters). Refuses another form and a date that is on no calendar, with the reason.
 */
export function readPublishDate(value: string): PublishDate {
  const found = PUBLISH_DATE.exec(value)
  const month = monthNumber(found?.groups?.month ?? '')
  if (!found?.groups || month === null) {
    return { ok: false, reason: 'Publish Date is not of the form "12:40 - 25 November 2020"' }
  }
  const { hour, minute, day, year } = found.groups
  const wall = { year: Number(year), month, day: Number(day), hour: Number(hour), minute: Number(minute) }
  const rest = value.slice(found[0].length).trim()
  if (wall.year < 1900 || !isWallTime(wall)) {
    return { ok: false, reason: `Publish Date is a time that never was: ${found[0].trim()}` }
  }
  return { ok: true, wall, rest }
}

/** Null when the line does not begin with a long date. */
export function readLongDate(line: string): LongDate | null {
  const found = LONG_DATE.exec(line)
  const month = monthNumber(found?.groups?.month ?? '')
  if (!found?.groups || month === null) return null
  const { weekday = '', day, year } = found.groups
  const text = found[0]
  return { weekday, day: Number(day), month, year: Number(year), text, rest: line.slice(text.length) }
}

/** How a long date contradicts the publish date, as a sentence; null when they agree. */
export function disagreement(long: LongDate, { year, month, day }: WallTime): string | null {
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  const published = `${weekday}, ${day} ${capitalised(MONTHS[month - 1] ?? '')} ${year}`
  const sameDay = long.year === year && long.month === month && long.day === day
  if (sameDay && long.weekday.toLowerCase() === weekday.toLowerCase()) return null
  return `the long date says "${long.text.trim()}", the Publish Date is ${published}; the Publish Date was kept`
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

const DATE = String.raw`(?<day>\d{1,2})\s+(?<month>[a-z]{3,9})\.?\s+(?<year>\d{4})(?!\d)`
const PUBLISH_DATE = new RegExp(String.raw`^\s*(?<hour>\d{1,2}):(?<minute>\d{2})\s*[-–—]\s*${DATE}`, 'i')
const LONG_DATE = new RegExp(String.raw`^[\s_]*(?<weekday>${WEEKDAYS.join('|')}),?\s+${DATE}`, 'i')

function monthNumber(name: string): number | null {
  const wanted = name.toLowerCase()
  const index = MONTHS.findIndex((month) => month === wanted || month.slice(0, 3) === wanted)
  return index < 0 ? null : index + 1
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
