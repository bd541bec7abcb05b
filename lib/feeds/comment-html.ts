import type { Block, Inline, Rendered } from '@/lib/comments/rendered'
import { neverHappens } from '@/lib/outcome'
import { element, type Markup, writeMarkup } from './markup'

/** A comment's words as HTML that stands anywhere. */
export function commentHtml(text: Rendered, base: string): string {
  return writeMarkup(text.map((block) => blockOf(block, base)))
}

function blockOf(block: Block, base: string): Markup {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, words(block.content, base))
    case 'quote':
      return element(
        'blockquote',
        {},
        block.blocks.map((inner) => blockOf(inner, base)),
      )
    case 'list': {
      const items = block.items.map(({ value, blocks }) =>
        element(
          'li',
          { value },
          blocks.map((inner) => blockOf(inner, base)),
        ),
      )
      return element(block.ordered ? 'ol' : 'ul', {}, items)
    }
    case 'preformatted':
      return element('pre', {}, block.text)
    default:
      return neverHappens(block)
  }
}

function words(content: readonly Inline[], base: string): Markup {
  return content.map((part): Markup => {
    if (typeof part === 'string') return part
    switch (part.type) {
      case 'break':
        return element('br', {})
      case 'emphasis':
        return element('em', {}, words(part.content, base))
      case 'strong':
        return element('strong', {}, words(part.content, base))
      case 'code':
        return element('code', {}, part.text)
      case 'link':
        return element('a', { href: part.href, rel: 'ugc nofollow' }, words(part.content, base))
      case 'mention':
        return element('a', { href: new URL(`/u/${part.handle}`, base).href }, part.text)
      default:
        return neverHappens(part)
    }
  })
}
