import type { Blockquote, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown as parse } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { attributionOf, optional } from './attribution-from-markdown'
import type { Block, Inline, NewBlock } from './body'
import { isWebAddress, plainWords } from './body-words'
import { inlinesOf, typed } from './inline-from-markdown'
import { keepIds } from './keep-ids'
import { tidy } from './tidy-inline'

// HTML is words like any other; so are definitions, and a paragraph that somebody indented.
const options = {
  extensions: [gfmTable(), { disable: { null: ['htmlFlow', 'htmlText', 'definition', 'codeIndented'] } }],
  mdastExtensions: [gfmTableFromMarkdown()],
}

/**
 * The blocks that a Markdown text says (body-markdown.ts tells how). What a body cannot hold stays as words: HTML as
 * it was typed, code, pictures of elsewhere as links, deeper lists as items. Blocks that stay keep the ids they have
 * in `previous`; an editor that knows which block is which says so by `ids`, one for each.
 */
export function fromMarkdown(
  source: string,
  previous: readonly Block[] = [],
  ids: readonly string[] = [],
): Block[] {
  const blocks = new Reading(source).blocks(parse(source, options).children)
  const areNamed = ids.length === blocks.length && ids.every((id) => /^p[0-9a-z]{1,24}$/.test(id))
  return keepIds(previous, areNamed ? blocks.map((block, index) => ({ ...block, id: ids[index] })) : blocks)
}

class Reading {
  constructor(private readonly source: string) {}

  blocks(nodes: RootContent[]): NewBlock[] {
    return nodes.flatMap((node) => this.block(node))
  }

  private block(node: RootContent): NewBlock[] {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node)
      case 'heading':
        return holding('subheading', this.inlines(node.children))
      case 'blockquote':
        return this.quote(node)
      case 'list':
        return this.list(node)
      case 'table':
        return this.table(node)
      case 'code':
        return node.value.split(/\n+/).flatMap((text) => holding('paragraph', tidy([{ text }])))
      case 'thematicBreak':
        return []
      default:
        return holding('paragraph', tidy([{ text: typed(node, this.source) }]))
    }
  }

  private paragraph(node: Paragraph): NewBlock[] {
    const [first, ...rest] = node.children
    const hash = first?.type === 'image' ? /^\/pictures\/([0-9a-f]{32})$/.exec(first.url)?.[1] : undefined
    if (first?.type !== 'image' || hash === undefined)
      return holding('paragraph', this.inlines(node.children))
    const last = rest.at(-1)
    const credit = last?.type === 'emphasis' ? this.words([last]) : ''
    const caption = this.words(credit ? rest.slice(0, -1) : rest)
    return [{ type: 'picture', hash, alt: trimmed(first.alt ?? ''), ...optional({ caption, credit }) }]
  }

  private quote({ children }: Blockquote): NewBlock[] {
    const [first, ...more] = children
    const kind = first?.type === 'paragraph' ? this.kindOf(first) : null
    if (kind && first?.type === 'paragraph') return this.markedQuote(kind, afterMark(first, kind), more)
    const last = more.at(-1)
    const said = last?.type === 'paragraph' ? attributionOf(last, (nodes) => this.words(nodes)) : null
    const words = this.blocks(said ? children.slice(0, -1) : children)
    const content = words.map((block) => ('content' in block ? block.content : null))
    // A quotation is one paragraph; several are several, all by the same speaker.
    return words.flatMap((block, index): NewBlock[] => {
      const inner = content[index]
      return inner && block.type !== 'quotation' ? [{ type: 'quotation', content: inner, ...said }] : [block]
    })
  }

  /** Which mark a quotation begins with, as it was typed: an escaped bracket is none. */
  private kindOf({ children: [first] }: Paragraph): string | null {
    if (first?.type !== 'text') return null
    return (
      /^\[!(pull|embed|table|correction(?: \d{4}-\d\d-\d\d)?)\](?=\s|$)/.exec(
        typed(first, this.source),
      )?.[1] ?? null
    )
  }

  private markedQuote(kind: string, children: PhrasingContent[], more: RootContent[]): NewBlock[] {
    const content = this.inlines(children)
    const rest = this.blocks(more)
    const [next, ...others] = rest
    if (kind === 'table' && next?.type === 'table')
      return [{ ...next, ...optional({ caption: plainWords(content) }) }, ...others]
    if (kind === 'embed') {
      const card = this.card(children)
      return card ? [card, ...rest] : [...holding('paragraph', content), ...rest]
    }
    if (kind === 'pull') return [...holding('pull-quote', content), ...rest]
    if (kind === 'table') return [...holding('paragraph', content), ...rest]
    const at = kind.slice('correction '.length)
    const note = holding('correction', content)
    return [...note.map((block) => (isDay(at) ? { ...block, at } : block)), ...rest]
  }

  private card(children: PhrasingContent[]): NewBlock | null {
    const link = children.find((node) => node.type === 'link')
    if (link?.type !== 'link' || !isWebAddress(link.url)) return null
    const title = this.words(link.children) || link.url
    const site = this.words(children.slice(children.indexOf(link) + 1))
    return { type: 'embed', url: link.url, title, ...optional({ site }) }
  }

  private list({ ordered, children }: List): NewBlock[] {
    const items = children.flatMap((item) => this.blocks(item.children).flatMap(contentsOf))
    return items.length > 0 ? [{ type: 'list', ...(ordered ? { ordered: true as const } : {}), items }] : []
  }

  private table({ children }: Table): NewBlock[] {
    const [header, ...rows] = children.map((row) => row.children.map((cell) => this.inlines(cell.children)))
    if (!header) return []
    // Rows are as wide as the first.
    const even = rows.map((row) => header.map((_, index) => row[index] ?? []))
    return [{ type: 'table', header, rows: even }]
  }

  private inlines(nodes: PhrasingContent[]): Inline[] {
    return inlinesOf(nodes, this.source)
  }

  private words(nodes: PhrasingContent[]): string {
    return trimmed(plainWords(this.inlines(nodes)))
  }
}

function afterMark({ children: [first, ...rest] }: Paragraph, kind: string): PhrasingContent[] {
  return first?.type === 'text'
    ? [{ type: 'text', value: first.value.slice(kind.length + '[!]'.length).trimStart() }, ...rest]
    : []
}

function contentsOf(block: NewBlock): Inline[][] {
  if (block.type === 'list') return block.items
  if (block.type === 'table')
    return [block.header, ...block.rows].map((row) => tidy(row.flat())).filter(hasWords)
  if ('content' in block) return [block.content]
  const words = block.type === 'embed' ? block.title : (block.caption ?? block.alt)
  return [tidy([{ text: words }])].filter(hasWords)
}

function holding<T extends 'paragraph' | 'subheading' | 'pull-quote' | 'correction'>(
  type: T,
  content: Inline[],
) {
  return hasWords(content) ? [{ type, content }] : []
}

function hasWords(content: Inline[]): boolean {
  return plainWords(content).trim() !== ''
}

function isDay(words: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words))
}

function trimmed(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
