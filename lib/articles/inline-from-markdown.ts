import type { PhrasingContent, RootContent } from 'mdast'
import type { Inline } from './body'
import { isSafeLink } from './body-words'
import { tidy } from './tidy-inline'

/** Words with the marks a body knows; of what it does not know, the words as they were typed in `source`. */
export function inlinesOf(nodes: PhrasingContent[], source: string): Inline[] {
  return tidy(marked(nodes, {}, source))
}

/** A part of `source` as it was typed. */
export function typed({ position }: RootContent, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset)
}

function marked(nodes: PhrasingContent[], marks: Omit<Inline, 'text'>, source: string): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ ...marks, text: node.value }]
      case 'break':
        return [{ ...marks, text: ' ' }]
      case 'emphasis':
        return marked(node.children, { ...marks, emphasis: true }, source)
      case 'strong':
        return marked(node.children, { ...marks, strong: true }, source)
      case 'link':
        return marked(node.children, { ...marks, ...linkTo(node.url) }, source)
      case 'image':
        return [{ ...marks, text: node.alt || node.url, ...linkTo(node.url) }]
      default:
        return [{ ...marks, text: typed(node, source) }]
    }
  })
}

/** Where a link may not lead, only its words stay. */
function linkTo(url: string): { href?: string } {
  return isSafeLink(url) ? { href: url } : {}
}
