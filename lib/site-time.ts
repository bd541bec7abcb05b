/** Instants as the site prints them: in its own zone, whatever the machine's. Formatters are kept, they are slow to make. */
type Place = { timeZone: string; language: string }

/** `12:40 - 25 November 2020`, the form in which "Publish Date" is promised. */
export function publishDate(instant: Date, place: Place): string {
  return `${clock(instant, place)} - ${day(instant, place)}`
}

/** `Wednesday, 25 November 2020`. */
export function longDate(instant: Date, place: Place): string {
  const weekday = part(instant, place, { weekday: 'long' })
  return `${weekday}, ${day(instant, place)}`
}

/** `Wednesday, 25 November 2020, 12:40`. */
export function longDateAndTime(instant: Date, place: Place): string {
  return `${longDate(instant, place)}, ${clock(instant, place)}`
}

/** `25 November 2020`. */
export function day(instant: Date, place: Place): string {
  return part(instant, place, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `25 November 2020, 12:40`: for comments and the desk. */
export function dayAndTime(instant: Date, place: Place): string {
  return `${day(instant, place)}, ${clock(instant, place)}`
}

/** `12:40` where that is today, else with its day. */
export function clockOrDay(instant: Date, now: Date, place: Place): string {
  const isToday = dateIn(instant, place.timeZone) === dateIn(now, place.timeZone)
  return isToday ? clock(instant, place) : dayAndTime(instant, place)
}

const dateForms = {
  year: { year: 'numeric' },
  month: { month: 'long' },
  'month-and-year': { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A date of the calendar, of no zone: `Wednesday 25 November 2020`, `November 2020`, or what the form says. */
export function dateName(
  { year, month = 1, day = 1 }: { year: number; month?: number; day?: number },
  { language }: Pick<Place, 'language'>,
  form: keyof typeof dateForms = 'day',
): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return part(date, { language, timeZone: 'UTC' }, dateForms[form])
}

export function clock(instant: Date, place: Place): string {
  return part(instant, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const kept = new Map<string, Intl.DateTimeFormat>()

function part(instant: Date, place: Place, options: Intl.DateTimeFormatOptions): string {
  // British English puts the day first, as the promised forms do.
  const locale = place.language === 'en' ? 'en-GB' : place.language
  const key = JSON.stringify([locale, place.timeZone, options])
  const formatter = kept.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: place.timeZone })
  kept.set(key, formatter)
  return formatter.format(instant)
}

/** `2020-11-25`: the day on which an instant falls in a zone, as the database knows days. */
export function dateIn(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  return format.format(instant)
}
