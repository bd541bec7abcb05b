import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { newBlockId } from '@/lib/articles/block-id'
import type { Block, Inline } from '@/lib/articles/body'
import { plainWords } from '@/lib/articles/body-words'
import { tidy } from '@/lib/articles/tidy-inline'
import { markType, nodeType, schema } from './schema'

/** A body as the editor's document. An empty one has a paragraph to write in. */
export function docOf(blocks: readonly Block[]): Node {
  const nodes = blocks.map(nodeOf)
  return nodeType('doc').create(null, nodes.length > 0 ? nodes : [nodeType('paragraph').create()])
}

/** A block of the document as one of a body; null when there are no words in it. */
export function blockOfNode(node: Node): Block | null {
  return blockOf(node, String(node.attrs.id ?? newBlockId()))
}

export function nodeOf(block: Block): Node {
  switch (block.type) {
    case 'paragraph':
    case 'subheading':
      return nodeType(block.type).create({ id: block.id }, inlineNodes(block.content))
    case 'pull-quote':
      return nodeType('pull_quote').create({ id: block.id }, inlineNodes(block.content))
    case 'quotation':
    case 'correction': {
      const { type, content, ...attrs } = block
      return nodeType(type).create(attrs, inlineNodes(content))
    }
    case 'list':
      return nodeType('list').create(
        { id: block.id, ordered: block.ordered === true },
        block.items.map((item) => nodeType('list_item').create(null, inlineNodes(item))),
      )
    case 'picture':
    case 'embed': {
      const { type, ...attrs } = block
      return nodeType(type).create(attrs)
    }
    case 'table':
      return nodeType('table').create({ id: block.id, caption: block.caption ?? '' }, [
        rowOf('table_header', block.header),
        ...block.rows.map((row) => rowOf('table_cell', row)),
      ])
  }
}

function rowOf(cell: 'table_header' | 'table_cell', cells: Inline[][]): Node {
  return nodeType('table_row').create(
    null,
    cells.map((content) => nodeType(cell).create(null, inlineNodes(content))),
  )
}

function inlineNodes(content: readonly Inline[]): Fragment {
  return Fragment.from(
    content.filter(({ text }) => text !== '').map((part) => schema.text(part.text, marksOf(part))),
  )
}

function marksOf({ emphasis, strong, href }: Inline): Mark[] {
  return [
    ...(href ? [markType('link').create({ href })] : []),
    ...(strong ? [markType('strong').create()] : []),
    ...(emphasis ? [markType('emphasis').create()] : []),
  ]
}

function blockOf(node: Node, id: string): Block | null {
  const { attrs } = node
  switch (node.type.name) {
    case 'list': {
      const items = childrenOf(node).map(contentOf).filter(hasWords)
      return items.length > 0
        ? { type: 'list', id, ...(attrs.ordered ? { ordered: true as const } : {}), items }
        : null
    }
    case 'picture':
      return {
        type: 'picture',
        id,
        hash: String(attrs.hash),
        alt: String(attrs.alt).trim(),
        ...given(attrs, 'caption', 'credit'),
      }
    case 'embed':
      return {
        type: 'embed',
        id,
        url: String(attrs.url),
        title: String(attrs.title).trim() || String(attrs.url),
        ...given(attrs, 'site'),
      }
    case 'table': {
      const [header, ...rows] = childrenOf(node).map((row) => childrenOf(row).map(contentOf))
      return header ? { type: 'table', id, ...given(attrs, 'caption'), header, rows } : null
    }
  }
  const content = contentOf(node)
  if (!hasWords(content)) return null
  switch (node.type.name) {
    case 'quotation':
      return {
        ...{ type: 'quotation' as const, id, content, ...given(attrs, 'speaker', 'source') },
        ...(/^https?:\/\/\S/i.test(attrs.href) && URL.canParse(attrs.href)
          ? { href: String(attrs.href) }
          : {}),
        ...(attrs.verified ? { verified: true as const } : {}),
      }
    case 'correction':
      return { type: 'correction', id, content, ...given(attrs, 'at') }
    case 'pull_quote':
      return { type: 'pull-quote', id, content }
    case 'subheading':
      return { type: 'subheading', id, content }
    default:
      return { type: 'paragraph', id, content }
  }
}

function contentOf(node: Node): Inline[] {
  const parts: Inline[] = []
  node.forEach((child) => {
    if (!child.isText) return
    const href = markType('link').isInSet(child.marks)?.attrs.href
    parts.push({
      text: child.text ?? '',
      ...(markType('emphasis').isInSet(child.marks) ? { emphasis: true as const } : {}),
      ...(markType('strong').isInSet(child.marks) ? { strong: true as const } : {}),
      ...(href ? { href: String(href) } : {}),
    })
  })
  return tidy(parts)
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index))
}

function hasWords(content: Inline[]): boolean {
  return plainWords(content).trim() !== ''
}

/** Those attributes that say something. */
function given<K extends string>(attrs: Node['attrs'], ...names: K[]): { [Name in K]?: string } {
  const found: { [Name in K]?: string } = {}
  for (const name of names) {
    const value = String(attrs[name] ?? '').trim()
    if (value !== '') found[name] = value
  }
  return found
}
