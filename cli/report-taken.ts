import type { Taken, WirePage } from '@/lib/importing/wire-page'
import { publishDate } from '@/lib/site-time'

const widest = 72

/** What was taken for what, a line each: the report of an import. */
export function reportTaken(page: WirePage, taken: Taken[], timeZone: string): string {
  const lines = taken.map(
    ({ line, as, text, note }) =>
      `  line ${String(line).padStart(3)}  ${as.padEnd(17)} ${shorten(text)}${note ? `\n  ${' '.repeat(27)}(${note})` : ''}`,
  )
  const when = `  published at ${publishDate(page.publishedAt, { timeZone, language: 'en' })} in ${timeZone}, ${page.publishedAt.toISOString()}`
  return `${[...lines, when].join('\n')}\n`
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length <= widest ? text : `${characters.slice(0, widest - 1).join('')}…`
}
