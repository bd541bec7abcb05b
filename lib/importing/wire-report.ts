import type { Clock } from '@/lib/zoned-time'
import type { Head } from './wire-head'
import type { Top } from './wire-standfirst'
import type { Line } from './wire-text'

/** What a line, or a part of one, was taken as. Blank lines are not listed; `line` counts from 1. */
export type Taken = {
  line: number
  as:
    | 'news id'
    | 'publish date'
    | 'long date'
    | 'standfirst'
    | 'headline'
    | 'paragraph'
    | 'your comment'
    | 'after the article'
  text: string
  note?: string
}

export type Warning = { line: number; text: string }

/** A page that has been read, in the parts it was read into. */
export type Parts = { head: Head; top: Top; body: Line[]; marker: Line | null; after: Line[]; clock: Clock }

/** Accounts for every line of a page, in its order; only blank lines and emphasis marks are left out. */
export function takenFrom({ head, top, body, marker, after }: Parts): Taken[] {
  const { newsId, publishDate, longDate } = head
  const { standfirst, headline } = top
  return [
    taken(newsId, 'news id'),
    taken(publishDate, 'publish date'),
    ...(longDate ? [taken(longDate, 'long date', longDate.disagreement ?? undefined)] : []),
    ...(standfirst ? [taken(standfirst, 'standfirst', standfirst.note)] : []),
    taken({ line: headline.line, text: headline.headline }, 'headline', headlineNote(top)),
    ...body.map((line) => taken(line, 'paragraph')),
    ...(marker ? [taken(marker, 'your comment', 'here begins the readers’ part')] : []),
    ...after.map((line) => taken(line, 'after the article', 'not taken')),
  ]
}

/** What an editor should look at, by line. */
export function warningsAbout(parts: Parts, timeZone: string): Warning[] {
  const { head, top, body, marker, after, clock } = parts
  const { headline } = top
  const all: (Warning | false)[] = [
    clock === 'skipped' && {
      line: head.publishDate.line,
      text: `the clocks of ${timeZone} never showed that time; it was read as if they had not been put forward yet`,
    },
    clock === 'repeated' && {
      line: head.publishDate.line,
      text: `the clocks of ${timeZone} showed that time twice; the first was taken`,
    },
    head.longDate === null && { line: head.publishDate.line, text: 'no long date follows the Publish Date' },
    head.longDate?.disagreement != null && { line: head.longDate.line, text: head.longDate.disagreement },
    headline.sureness === 'guess' && {
      line: headline.line,
      text: `the headline is a guess: ${headlineNote(top)}`,
    },
    ...body.map(oddityIn),
    marker === null && {
      line: body.at(-1)?.line ?? headline.line,
      text: 'the line "Your Comment" is missing; the last line was taken as the end of the article',
    },
    after.length > 0 && {
      line: after[0]?.line ?? 0,
      text: `${after.length === 1 ? 'a line' : `${after.length} lines`} after "Your Comment" not taken`,
    },
  ]
  return all.filter((warning) => warning !== false).sort((a, b) => a.line - b.line)
}

function taken(at: Line, as: Taken['as'], note?: string): Taken {
  return { line: at.line, as, text: at.text.trim(), ...(note ? { note } : {}) }
}

function headlineNote({ headline: { paragraph, sureness } }: Top): string {
  if (paragraph === null) return `${sureness}, on a line to itself`
  const opening = paragraph.split(/\s+/, 3).join(' ').slice(0, 40)
  return `${sureness}, the first paragraph was run on to it and begins "${opening}"`
}

function oddityIn({ line, text }: Line): Warning | false {
  if (text.includes('\uFFFD'))
    return { line, text: 'a character was lost before this file was written (U+FFFD)' }
  if (/<\/?(?:a|br|div|em|i|img|p|script|span|strong)\b/i.test(text)) {
    return { line, text: 'this looks like markup; it was taken as text' }
  }
  if (/^[\d\s/-]+$/.test(text))
    return { line, text: 'only digits, perhaps a code of the desk; taken as a paragraph' }
  return false
}
