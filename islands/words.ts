import type { Block, Inline } from '@/lib/comments/rendered'

const tags = {
  paragraph: 'p',
  quote: 'blockquote',
  preformatted: 'pre',
  break: 'br',
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  link: 'a',
  mention: 'a',
}

/** Draws a rendered text from its allow-list tree alone, as components/rendered-text.tsx does. */
export function drawWords(parts: readonly (Block | Inline)[]): Node[] {
  return parts.map((part) => {
    if (typeof part === 'string') return document.createTextNode(part)
    if (part.type === 'list')
      return element(
        part.ordered ? 'ol' : 'ul',
        part.items.map(({ value, blocks }) => element('li', drawWords(blocks), { value })),
      )
    const within =
      'content' in part ? part.content : 'blocks' in part ? part.blocks : 'text' in part ? [part.text] : []
    const href = part.type === 'link' ? part.href : part.type === 'mention' && `/u/${part.handle}`
    const rel = part.type === 'link' && 'ugc nofollow'
    return element(tags[part.type], drawWords(within), { href, rel })
  })
}

function element(tag: string, content: Node[], attributes: Record<string, unknown> = {}): HTMLElement {
  const drawn = document.createElement(tag)
  drawn.append(...content)
  if (/^(p|ul|ol|blockquote|pre)$/.test(tag)) drawn.dir = 'auto'
  for (const [name, value] of Object.entries(attributes)) if (value) drawn.setAttribute(name, String(value))
  return drawn
}
