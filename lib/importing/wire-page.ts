import { done } from '@/lib/outcome'
import { resolveZonedTime } from '@/lib/zoned-time'
import { countWords } from './page-words'
import { readHead } from './wire-head'
import { type Taken, takenFrom, type Warning, warningsAbout } from './wire-report'
import { readTop } from './wire-standfirst'
import {
  firstLineNotUtf8,
  type Line,
  type NotAWirePage,
  notAWirePage,
  refuseUnlessText,
  tooLarge,
  wireLines,
  wirePageMaxBytes,
} from './wire-text'

/** An article as a newswire's page tells it. Paragraphs are exactly as they stand there, line ends trimmed. */
export type WirePage = {
  newsId: number
  publishedAt: Date
  standfirst: string | null
  headline: string
  paragraphs: string[]
}

export type { Taken, Warning } from './wire-report'

export type WireReading =
  | { ok: true; value: { page: WirePage; taken: Taken[]; warnings: Warning[] } }
  | NotAWirePage

/** Decodes a file of at most 1 MiB as UTF-8, with or without a byte order mark; refuses anything else. */
export function decodeWireText(bytes: Uint8Array): { ok: true; value: string } | NotAWirePage {
  if (bytes.length > wirePageMaxBytes) return tooLarge()
  const line = firstLineNotUtf8(bytes)
  if (line !== null) return notAWirePage(line, 'this is not UTF-8')
  const value = new TextDecoder('utf-8').decode(bytes)
  return refuseUnlessText(value) ?? done(value)
}

/**
 * Reads a page as newswires publish them and scrapers save them:
 *
 *     News ID: 7
 *     Publish Date: 9:05 - 3 May 2021
 *     Monday, 3 May 2021 _The standfirst, which may have a line to itself or be missing.
 *
 *     The headlineThe first paragraph, run on to it or on the next line.
 *
 *     The other paragraphs, one a line.
 *
 *     Your Comment
 *
 * What follows the line "Your Comment" is the readers' part of the page, reported and not taken. The report
 * says of every line what it was taken as, and of the headline how sure that is (`findHeadline` has the rule).
 * The Publish Date is a time in `timeZone`; a long date that contradicts it, a missing "Your Comment" and
 * whatever else an editor should look at are warnings.
 *
 * Refuses what is no such page with the line and the reason. Throws a RangeError for an unknown time zone only.
 */
export function readWirePage(text: string, options: { timeZone: string }): WireReading {
  const refusal = refuseUnlessText(text)
  if (refusal) return refusal
  const head = readHead(wireLines(text))
  if (!head.ok) return head
  const { publishDate, runIntoDate } = head.value
  const { article, marker, after } = splitAtComment(head.value.lines)
  const end = marker ?? article.at(-1) ?? publishDate

  const another = [...article, ...after].find(({ text }) => /^\s*News\s+ID\s*:\s*\d+$/i.test(text))
  if (another) return notAWirePage(another.line, 'a second page begins here; a file holds one')
  if (article.length === 0) return notAWirePage(end.line, 'no headline: nothing stands after the dates')
  const top = readTop(article, runIntoDate, countWords(article.map(({ text }) => text)))
  if (!top.ok) return notAWirePage(top.line, 'no headline can be told from the text here')
  const { headline, linesUsed } = top.value
  const body = article.slice(linesUsed)
  if (headline.paragraph !== null) body.unshift({ line: headline.line, text: headline.paragraph })
  if (body.length === 0) return notAWirePage(end.line, 'no paragraph follows the headline')

  const { instant, clock } = resolveZonedTime(publishDate.wall, options.timeZone)
  const page = {
    newsId: head.value.newsId.value,
    publishedAt: instant,
    standfirst: top.value.standfirst?.text ?? null,
    headline: headline.headline,
    paragraphs: body.map(({ text }) => text),
  }
  const parts = { head: head.value, top: top.value, body, marker, after, clock }
  return done({ page, taken: takenFrom(parts), warnings: warningsAbout(parts, options.timeZone) })
}

function splitAtComment(lines: Line[]): { article: Line[]; marker: Line | null; after: Line[] } {
  const index = lines.findIndex(({ text }) => /^[\s#*_]*Your\s+Comments?[\s:*_]*$/i.test(text))
  if (index < 0) return { article: lines, marker: null, after: [] }
  return { article: lines.slice(0, index), marker: lines[index] ?? null, after: lines.slice(index + 1) }
}
