import type { PageWords } from './page-words'
import { endsSentence } from './seam-score'
import { findHeadline, type Headline } from './wire-headline'
import type { Line } from './wire-text'

/** The top of an article: its standfirst, if any, the headline, and how many lines the two of them took. */
export type Top = {
  standfirst: (Line & { note?: string }) | null
  headline: Headline & { line: number }
  linesUsed: number
}

/**
 * Tells standfirst and headline in the lines after the dates (at least one). A text opened with an underscore is
 * the standfirst. Another text is one when the line after it reads as a headline and it was run into the date,
 * or is a sentence, or is over 110 characters long and the headline after it is certain for its seam.
 * Refuses with the number of the line where a headline was expected.
 */
export function readTop(
  lines: readonly Line[],
  runIntoDate: boolean,
  page: PageWords,
): { ok: true; value: Top } | { ok: false; line: number } {
  const marked = emphasised(lines)
  if (marked) return withStandfirst(lines, marked, page) ?? refusedAt(lines, marked.used)
  const own = headlineAt(lines, 0, page)
  const next = headlineAt(lines, 1, page)
  const asStandfirst = next && withStandfirst(lines, { text: lines[0]?.text.trim() ?? '', used: 1 }, page)
  const asHeadline = own && { ok: true as const, value: { standfirst: null, headline: own, linesUsed: 1 } }
  const prefersStandfirst = own
    ? (isLongWhole(own) && next?.paragraph !== null && next?.sureness === 'certain') ||
      (!isSentence(lines[1], next) && (runIntoDate || isSentence(lines[0], own)))
    : runIntoDate || !isSentence(lines[1], next)
  return (prefersStandfirst ? asStandfirst : null) ?? asHeadline ?? refusedAt(lines, runIntoDate ? 1 : 0)
}

type Marked = { text: string; used: number; note?: string }

/** The text an underscore opens; it may be closed on the same line, right under it, or never. */
function emphasised(lines: readonly Line[]): Marked | null {
  const [first, second] = lines
  const opened = first && /^\s*_+\s*(?<text>\S.*)$/u.exec(first.text)?.groups?.text
  if (!opened) return null
  const note = 'emphasis marks left out'
  const closed = closeEmphasis(opened)
  if (closed !== null) return { text: closed, used: 1, note }
  if (second?.line !== first.line + 1 || !second.text.endsWith('_')) return { text: opened, used: 1, note }
  const joined = `${opened} ${second.text.trim()}`
  return { text: closeEmphasis(joined) ?? joined, used: 2, note }
}

/** The text without the underscore that closes its emphasis, null if there is none. */
function closeEmphasis(text: string): string | null {
  const mark = /_+(?=$|[^\p{L}\p{N}_])/u.exec(text)
  if (!mark) return null
  return (text.slice(0, mark.index).trimEnd() + text.slice(mark.index + mark[0].length)).trim()
}

function withStandfirst(lines: readonly Line[], { text, used, note }: Marked, page: PageWords) {
  const headline = headlineAt(lines, used, page)
  if (!headline) return null
  const standfirst = { line: lines[0]?.line ?? 0, text, ...(note ? { note } : {}) }
  return { ok: true as const, value: { standfirst, headline, linesUsed: used + 1 } }
}

function headlineAt(lines: readonly Line[], index: number, page: PageWords) {
  const at = lines[index]
  if (!at) return null
  const found = findHeadline(at.text.replace(/^\s*_+\s*/, ''), index + 1 < lines.length, page)
  return found && { ...found, line: at.line }
}

/** A sentence rather than a headline: it ends as one, and no headline stands out at its beginning. */
function isSentence(line: Line | undefined, read: Headline | null): boolean {
  if (!line || !endsSentence(line.text)) return false
  return !read || read.paragraph === null || read.sureness === 'guess'
}

function isLongWhole({ headline, paragraph }: Headline): boolean {
  return paragraph === null && headline.length > 110
}

function refusedAt(lines: readonly Line[], index: number): { ok: false; line: number } {
  return { ok: false, line: (lines[index] ?? lines.at(-1))?.line ?? 1 }
}
