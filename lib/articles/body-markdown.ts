import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown as write } from 'mdast-util-to-markdown'
import type { Block, Inline } from './body'
import { isWebAddress } from './body-words'

export { fromMarkdown } from './body-from-markdown'

/**
 * A body as Markdown that a person can edit and `fromMarkdown` reads back: headings, lists and tables as everywhere;
 * `> words`, then `> — Speaker, *source* **verified**` for a quotation; `![alt](/pictures/HASH)`, then caption and
 * *credit*, for a picture; `> [!pull]`, `> [!correction 2026-11-28]`, `> [!embed]` and `> [!table]` for the rest.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  return write(
    { type: 'root', children: blocks.map(nodeOf) },
    {
      bullet: '-',
      bulletOther: '*',
      emphasis: '*',
      listItemIndent: 'one',
      rule: '-',
      extensions: [gfmTableToMarkdown()],
    },
  )
}

function nodeOf(block: Block): RootContent {
  switch (block.type) {
    case 'paragraph':
      return paragraph(phrasing(block.content))
    case 'subheading':
      return { type: 'heading', depth: 2, children: phrasing(block.content) }
    case 'quotation':
      return quote(paragraph(phrasing(block.content)), ...attribution(block))
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered === true,
        spread: false,
        children: block.items.map((item) => ({
          type: 'listItem',
          spread: false,
          children: [paragraph(phrasing(item))],
        })),
      }
    case 'picture':
      return paragraph([
        { type: 'image', url: `/pictures/${block.hash}`, alt: oneLine(block.alt) },
        ...(block.caption ? [text(`\n${oneLine(block.caption)}`)] : []),
        ...(block.credit ? [text('\n'), emphasis(block.credit)] : []),
      ])
    case 'table': {
      const rows = [block.header, ...block.rows].map((cells) => ({
        type: 'tableRow' as const,
        children: cells.map((cell) => ({ type: 'tableCell' as const, children: phrasing(cell) })),
      }))
      const table: RootContent = { type: 'table', children: rows }
      return block.caption ? quote(marked('table', [text(oneLine(block.caption))]), table) : table
    }
    case 'embed': {
      const link: PhrasingContent = { type: 'link', url: block.url, children: [text(oneLine(block.title))] }
      return quote(marked('embed', [link, ...(block.site ? [text('\n'), emphasis(block.site)] : [])]))
    }
    case 'pull-quote':
      return quote(marked('pull', phrasing(block.content)))
    case 'correction':
      return quote(marked(block.at ? `correction ${block.at}` : 'correction', phrasing(block.content)))
  }
}

function attribution({
  speaker,
  source,
  href,
  verified,
}: Extract<Block, { type: 'quotation' }>): Paragraph[] {
  const words = source ?? href
  if (!speaker && !words && !verified) return []
  const from: PhrasingContent[] = words
    ? [
        href && isWebAddress(href)
          ? { type: 'link', url: href, children: [text(oneLine(words))] }
          : emphasis(words),
      ]
    : []
  const parts: PhrasingContent[] = [
    text(`— ${speaker ? oneLine(speaker) : ''}${speaker && words ? ', ' : ''}`),
    ...from,
    ...(verified ? [text(' '), { type: 'strong' as const, children: [text('verified')] }] : []),
  ]
  return [paragraph(parts)]
}

/** A quotation that says in brackets what it is; to Markdown's writer the brackets are something it leaves alone. */
function marked(kind: string, children: PhrasingContent[]): Paragraph {
  return paragraph([{ type: 'html', value: `[!${kind}]` }, text('\n'), ...children])
}

function quote(...children: Extract<RootContent, { type: 'blockquote' }>['children']): RootContent {
  return { type: 'blockquote', children }
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function emphasis(words: string): PhrasingContent {
  return { type: 'emphasis', children: [text(oneLine(words))] }
}

/** Runs of words with their marks, a link around all that leads to one place. */
function phrasing(content: readonly Inline[]): PhrasingContent[] {
  const linked: { href: string | undefined; run: Inline[] }[] = []
  for (const part of content) {
    const last = linked.at(-1)
    if (last && last.href === part.href) last.run.push(part)
    else linked.push({ href: part.href, run: [part] })
  }
  return linked.flatMap(({ href, run }): PhrasingContent[] => {
    const children = stronger(run)
    return href === undefined ? children : [{ type: 'link', url: href, children }]
  })
}

function stronger(run: Inline[]): PhrasingContent[] {
  return grouped(run, (part) => part.strong === true).flatMap(({ is, parts }): PhrasingContent[] => {
    const children = grouped(parts, (part) => part.emphasis === true).flatMap(
      ({ is, parts }): PhrasingContent[] => {
        const words = text(oneLine(parts.map((part) => part.text).join('')))
        return is ? [{ type: 'emphasis', children: [words] }] : [words]
      },
    )
    return is ? [{ type: 'strong', children }] : children
  })
}

function grouped(run: Inline[], has: (part: Inline) => boolean): { is: boolean; parts: Inline[] }[] {
  const groups: { is: boolean; parts: Inline[] }[] = []
  for (const part of run) {
    const last = groups.at(-1)
    if (last && last.is === has(part)) last.parts.push(part)
    else groups.push({ is: has(part), parts: [part] })
  }
  return groups
}

/** A body knows no line ends within a block. */
function oneLine(words: string): string {
  return words.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
}
