import type { Block, Inline, NewBlock } from './body'

// Apart from the schema: the editor in the browser has these, and not the library that checks.

/** The words of each part of a block, in their order, without their marks. */
export function wordsIn(block: NewBlock): string[] {
  switch (block.type) {
    case 'list':
      return block.items.map(plainWords)
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...[block.header, ...block.rows].flat().map(plainWords),
      ]
    case 'picture':
      return block.caption ? [block.caption] : []
    case 'embed':
      return [block.title]
    default:
      return [plainWords(block.content)]
  }
}

/** The hashes of the pictures in a body, each once. */
export function pictureHashes(blocks: Block[]): string[] {
  return [...new Set(blocks.flatMap((block) => (block.type === 'picture' ? [block.hash] : [])))]
}

export function plainWords(content: Inline[]): string {
  return content.map(({ text }) => text).join('')
}

/** Whether an article may link there: the web, mail, or a place of this site. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?![/\\])|#)/i.test(href)
}

export function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href) && URL.canParse(href)
}
