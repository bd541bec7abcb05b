import type { Block, Inline, Rendered } from './rendered'

const longest = 140

/** The first words of a comment, without marks, on one line. Cut between words where it can be. */
export function excerptOf(text: Rendered): string {
  const words = plainText(text)
  const letters = [...words]
  if (letters.length <= longest) return words
  const cut = letters.slice(0, longest).join('')
  const gap = cut.lastIndexOf(' ')
  return `${gap > longest / 2 ? cut.slice(0, gap) : cut} …`
}

/** A comment's words without marks, on one line. */
export function plainText(text: Rendered): string {
  return text.map(blockText).join(' ').replace(/\s+/g, ' ').trim()
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.content)
    case 'quote':
      return block.blocks.map(blockText).join(' ')
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.map(blockText)).join(' ')
    case 'preformatted':
      return block.text
  }
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      if (part.type === 'break') return ' '
      return 'text' in part ? part.text : inlineText(part.content)
    })
    .join('')
}
