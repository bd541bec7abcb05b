import type { WallTime } from '@/lib/zoned-time'
import { disagreement, type LongDate, readLongDate, readPublishDate } from './wire-dates'
import { type Line, type NotAWirePage, notAWirePage } from './wire-text'

/** The fields a page begins with, and the lines after them. */
export type Head = {
  newsId: Line & { value: number }
  publishDate: Line & { wall: WallTime }
  longDate: (Line & { disagreement: string | null }) | null
  /** What follows; its first line is the rest of the long date's own if `runIntoDate`. */
  lines: Line[]
  runIntoDate: boolean
}

/** The greatest News ID the database can hold. */
export const newsIdMax = 2_147_483_647

/** Reads "News ID" and "Publish Date", both required and in this order, and the long date if there is one. */
export function readHead(lines: readonly Line[]): { ok: true; value: Head } | NotAWirePage {
  const [first, second, ...others] = lines
  const id = /^\s*News\s+ID\s*:\s*(?<value>.*)$/i.exec(first?.text ?? '')?.groups?.value
  if (!first || id === undefined) return notAWirePage(first?.line ?? 1, 'expected "News ID: " and a number')
  const value = /^\d{1,10}$/.test(id) ? Number(id) : 0
  if (value < 1 || value > newsIdMax) {
    return notAWirePage(first.line, `the News ID is not a whole number from 1 to ${newsIdMax}`)
  }

  const date = /^\s*Publish\s+Date\s*:(?<value>.*)$/i.exec(second?.text ?? '')?.groups?.value
  if (!second || date === undefined) {
    return notAWirePage(second?.line ?? first.line, 'expected "Publish Date: ", a time and a date')
  }
  const published = readPublishDate(date)
  if (!published.ok) return notAWirePage(second.line, published.reason)
  if (published.rest && !readLongDate(published.rest)) {
    return notAWirePage(
      second.line,
      `Publish Date is followed by something else: "${published.rest.slice(0, 60)}"`,
    )
  }
  const own = second.text.slice(0, second.text.length - published.rest.length).trimEnd()
  const following = published.rest ? [{ line: second.line, text: published.rest }, ...others] : others
  return {
    ok: true,
    value: {
      newsId: { ...first, value },
      publishDate: { line: second.line, text: own, wall: published.wall },
      ...readLongDateLine(following, published.wall),
    },
  }
}

function readLongDateLine(lines: Line[], wall: WallTime): Pick<Head, 'longDate' | 'lines' | 'runIntoDate'> {
  const [first, ...others] = lines
  const long: LongDate | null = first ? readLongDate(first.text) : null
  if (!first || !long) return { longDate: null, lines, runIntoDate: false }
  const longDate = { line: first.line, text: long.text, disagreement: disagreement(long, wall) }
  const rest = long.rest.trim()
  const nothing = /^_*$/.test(rest)
  return {
    longDate,
    lines: nothing ? others : [{ line: first.line, text: rest }, ...others],
    runIntoDate: !nothing,
  }
}
