import type { Block, Inline } from './story'

/**
 * The body of a story, from the plain way its writer typed it: blocks apart by a blank line, `## ` before a
 * subheading, `> ` before a quotation (its speaker on a last line after a dash), `- ` or `1. ` before the
 * items of a list, `|` around the cells of a table, its header first and perhaps its caption before that; `*emphasis*`, `**strong**` and `[words](/address)` inside a line.
 */
export function prose(typed: string): Block[] {
  return typed
    .trim()
    .split(/\n\s*\n/)
    .map((chunk) => block(chunk.split('\n').map((row) => row.trim())))
}

function block(rows: string[]): Block {
  const first = rows[0] ?? ''
  if (first.startsWith('## ')) return { type: 'subheading', content: inlines(unmarked(rows, /^## /)) }
  if (first.startsWith('> ')) return quotation(rows)
  if (first.startsWith('- ')) return { type: 'list', items: items(rows, /^- /) }
  if (rows.some((row) => row.startsWith('|'))) return table(rows)
  if (/^\d+\. /.test(first)) return { type: 'list', ordered: true, items: items(rows, /^\d+\. /) }
  return { type: 'paragraph', content: inlines(rows.join(' ')) }
}

function quotation(rows: string[]): Block {
  const last = rows.at(-1) ?? ''
  const speaker = last.startsWith('> — ') ? last.slice('> — '.length) : undefined
  const spoken = speaker === undefined ? rows : rows.slice(0, -1)
  const content = inlines(unmarked(spoken, /^> /))
  return speaker === undefined ? { type: 'quotation', content } : { type: 'quotation', content, speaker }
}

function table(rows: string[]): Block {
  const [header = [], ...cells] = rows.filter((row) => row.startsWith('|')).map(cellsOf)
  const caption = rows[0]?.startsWith('|') ? undefined : rows[0]
  return { type: 'table', ...(caption && { caption }), header, rows: cells }
}

function cellsOf(row: string): Inline[][] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => inlines(cell.trim()))
}

function items(rows: string[], mark: RegExp): Inline[][] {
  return rows.map((row) => inlines(row.replace(mark, '')))
}

function unmarked(rows: string[], mark: RegExp): string {
  return rows.map((row) => row.replace(mark, '')).join(' ')
}

function inlines(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== '')
    .map(inline)
}

function inline(part: string): Inline {
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
  if (link) return { text: link[1] ?? '', href: link[2] ?? '' }
  if (part.startsWith('**')) return { text: part.slice(2, -2), strong: true }
  if (/^\*[^*]+\*$/.test(part)) return { text: part.slice(1, -1), emphasis: true }
  return { text: part }
}
