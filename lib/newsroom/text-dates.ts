// Dates as English writes them: "27 November 2026", "November 27, 2026", with or without a weekday before them.
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const weekday = `(?<weekday>${weekdays.join('|')}),? (?:the )?`
const month =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?<year>\\d{4})'
const ways = [
  `(?<![\\d.,:/-])\\b(?:${weekday})?${day} (?:of )?${month}(?![A-Za-z])(?:,? ${year}\\b)?`,
  // "In April 31 people": a day only where a year or the end of what is said comes after it.
  `\\b(?:${weekday})?${month} ${day}(?:,? ${year}\\b|(?=[.,;:!?)”"]|$))`,
].map((way) => new RegExp(way, 'g'))
const isoDate = /(?<![\d-])(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?![\d-])/g

type WrittenDate = { words: string; weekday: string | null; day: number; month: number; year: number | null }

/** Days that no calendar has, word for word: "31 February". */
export function impossibleDates(text: string): string[] {
  return datesIn(text).flatMap((date) => (exists(date) ? [] : [date.words]))
}

/** Dates beside a weekday that is not theirs, with the one that is: "Monday, 27 November 2026 (Friday)". */
export function wrongWeekdays(text: string): string[] {
  return datesIn(text).flatMap((date) => {
    if (date.weekday === null || date.year === null || !exists(date)) return []
    const itsOwn = weekdays[midnight(date.year, date.month, date.day).getUTCDay()]
    return itsOwn === date.weekday ? [] : [`${date.words} (${itsOwn})`]
  })
}

function datesIn(text: string): WrittenDate[] {
  const inWords = ways.flatMap((way) => [...text.matchAll(way)]).map((found) => dateOf(found, monthByName))
  const inFigures = [...text.matchAll(isoDate)].map((found) =>
    dateOf(found, (figures) => Number(figures) - 1),
  )
  return [...inWords, ...inFigures]
}

function dateOf(found: RegExpMatchArray, monthOf: (words: string) => number): WrittenDate {
  const { weekday = null, day = '', month = '', year } = found.groups ?? {}
  return {
    words: found[0],
    weekday,
    day: Number(day),
    month: monthOf(month),
    year: year === undefined ? null : Number(year),
  }
}

/** Whether there was or will be such a day; 29 February without its year is given the benefit of the doubt. */
function exists({ day, month, year }: WrittenDate): boolean {
  const most = year === null ? longestMonth[month] : midnight(year, month + 1, 0).getUTCDate()
  return day >= 1 && most !== undefined && month >= 0 && month < 12 && day <= most
}

function monthByName(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase())
}

// Date.UTC takes the years before 100 for those of the last century.
function midnight(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month, day)
  return date
}
