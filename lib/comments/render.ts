import type { PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { splitMentions } from './mentions'
import { type Block, type Inline, type Rendered, safeHref, withBreaks } from './rendered'

/** Quotes and lists inside each other, and marks inside marks: further in, words stand without them. */
const deepest = 6
const mostMarks = 500
const mostParts = 2_000

// What is left out stays as it was typed: headings, rules, HTML, footnotes, code by indentation. Line ends are line
// ends without any mark.
const options = {
  extensions: [
    {
      disable: {
        null: [
          'headingAtx',
          'setextUnderline',
          'thematicBreak',
          'htmlFlow',
          'htmlText',
          'definition',
          'codeIndented',
          'characterReference',
          'hardBreakEscape',
          'hardBreakTrailing',
        ],
      },
    },
    gfmAutolinkLiteral(),
  ],
  mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
}

const mark = /[*_`[\]<>\\@~]|https?:|www\.|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:[ \t]|$)/im
const allMarks = /[*_`[\]<\\~]|^[ \t]*(?:[-+>]|\d{1,9}[.)])/gm
const tooDeep = /^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){9}/m

/**
 * What a comment's source looks like: paragraphs with their line ends, emphasis, quotes, lists, code, links to whole
 * addresses, and mentions of `known` handles. No word of the source is lost: what is no mark of these stands as it was
 * typed. A text with more marks than words would need stands without any, so that none takes long to read.
 */
export function render(source: string, known: ReadonlySet<string> = new Set()): Rendered {
  if (!mark.test(source)) return plain(source)
  if (tooDeep.test(source) || (source.match(allMarks)?.length ?? 0) > mostMarks) return plain(source)
  const blocks = new Reading(source, known).blocks(fromMarkdown(source, options).children, 0)
  return hasWords(blocks) && countParts(blocks) <= mostParts ? blocks : plain(source)
}

function plain(source: string): Rendered {
  return source
    .split(/\n(?:[ \t]*\n)+/)
    .map((text) => paragraph([text]))
    .filter((block) => block !== null)
}

/** One source on its way into the tree. */
class Reading {
  constructor(
    private readonly source: string,
    private readonly known: ReadonlySet<string>,
  ) {}

  blocks(nodes: RootContent[], depth: number): Block[] {
    return nodes.flatMap((node) => this.block(node, depth))
  }

  private block(node: RootContent, depth: number): Block[] {
    if (node.type === 'paragraph') return present(paragraph(this.inlines(node.children, 0)))
    if (node.type === 'code' && node.value.trim() !== '') {
      // Words after the fence name a language, or are somebody's words.
      const info = [node.lang, node.meta].filter(Boolean).join(' ')
      return [{ type: 'preformatted', text: info ? `${info}\n${node.value}` : node.value }]
    }
    if (node.type === 'blockquote' && node.children.length > 0) {
      const blocks = this.blocks(node.children, depth + 1)
      return depth < deepest ? [{ type: 'quote', blocks }] : blocks
    }
    if (node.type === 'list') {
      const items = node.children.map((item) => ({
        ...(node.ordered ? { value: Number.parseInt(this.typed(item), 10) } : {}),
        blocks: this.blocks(item.children, depth + 1),
      }))
      const ordered = node.ordered === true
      return depth < deepest ? [{ type: 'list', ordered, items }] : items.flatMap(({ blocks }) => blocks)
    }
    return present(paragraph([this.typed(node)]))
  }

  private inlines(nodes: PhrasingContent[], depth: number, inLink = false): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return inLink ? [node.value] : splitMentions(node.value, this.known)
      if (node.type === 'inlineCode') return [{ type: 'code', text: node.value }]
      if (node.type === 'emphasis' || node.type === 'strong') {
        const content = this.inlines(node.children, depth + 1, inLink)
        return depth < deepest ? [{ type: node.type, content: tidy(content) }] : content
      }
      if (node.type === 'link') {
        const href = node.title ? null : safeHref(node.url)
        const content = this.inlines(node.children, depth + 1, true)
        // One that was found in a text has no place of its own; its words are all of it.
        if (href === null || content.length === 0) return node.position ? [this.typed(node)] : content
        return inLink ? content : [{ type: 'link', href, content: tidy(content) }]
      }
      return [this.typed(node)]
    })
  }

  /** A part as it was typed. */
  private typed({ position }: RootContent): string {
    return this.source.slice(position?.start.offset, position?.end.offset)
  }
}

/** A paragraph of these words; null when there is nothing in them. Ends of lines become breaks. */
function paragraph(content: Inline[]): Block | null {
  const parts = tidy(content)
  const isEmpty = parts.every((part) => typeof part === 'string' && part.trim() === '')
  return isEmpty ? null : { type: 'paragraph', content: parts }
}

/** Texts side by side made one, and the line ends in them breaks, without the white space around them. */
function tidy(content: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const part of content) {
    const before = joined.at(-1)
    if (typeof part === 'string' && typeof before === 'string') joined[joined.length - 1] = before + part
    else joined.push(part)
  }
  return joined.flatMap((part, index) => {
    if (typeof part !== 'string') return [part]
    const text = index === 0 ? part.trimStart() : part
    const lines = (index === joined.length - 1 ? text.trimEnd() : text).split(/[^\S\n]*\n\s*/)
    return withBreaks(lines).filter((line) => line !== '')
  })
}

function present(block: Block | null): Block[] {
  return block ? [block] : []
}

/** Every text in it, in order. */
export function textsIn(blocks: Rendered): string[] {
  const within = (content: Inline[]): string[] =>
    content.flatMap((part) => {
      if (typeof part === 'string') return [part]
      if (part.type === 'break') return ['\n']
      return 'content' in part ? within(part.content) : [part.text]
    })
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [...within(block.content), '\n']
    if (block.type === 'preformatted') return [block.text, '\n']
    return textsIn(block.type === 'quote' ? block.blocks : block.items.flatMap(({ blocks }) => blocks))
  })
}

function hasWords(blocks: Rendered): boolean {
  return textsIn(blocks).some((text) => text.trim() !== '')
}

function countParts(blocks: Rendered): number {
  const within = (content: Inline[]): number =>
    content.reduce<number>(
      (sum, part) => sum + 1 + (typeof part !== 'string' && 'content' in part ? within(part.content) : 0),
      0,
    )
  return blocks.reduce((sum, block) => {
    if (block.type === 'paragraph') return sum + 1 + within(block.content)
    if (block.type === 'preformatted') return sum + 1
    if (block.type === 'quote') return sum + 1 + countParts(block.blocks)
    return sum + 1 + block.items.reduce((items, { blocks }) => items + 1 + countParts(blocks), 0)
  }, 0)
}
