import type { Block } from './body'
import { wordsIn } from './body-words'

/** Everything a block says, as it is compared with what it said before. */
export function wordsOfBlock(block: Block): string {
  return [...wordsIn(block), ...wordsBeside(block)].filter(Boolean).join('\n')
}

/** What stands with its words: who spoke, where it is from, what a picture shows. */
function wordsBeside(block: Block): (string | undefined)[] {
  switch (block.type) {
    case 'quotation':
      return [block.speaker, block.source]
    case 'picture':
      return [block.alt, block.credit]
    case 'embed':
      return [block.site]
    default:
      return []
  }
}

/** Whether two blocks say and look the same, whatever their ids. */
export function isSameBlock({ id: _one, ...one }: Block, { id: _other, ...other }: Block): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
