import type { Block } from '@/lib/articles/body'
import { canonical } from './draft-content'

/**
 * Gives each block that is new in one body the name of one that is new in the other and says the very same: what is sent
 * twice without the names of its paragraphs was written once.
 */
export function withNamesOf(mine: Block[], base: Block[], theirs: Block[]): Block[] {
  const before = new Set(base.map(({ id }) => id))
  const taken = new Set(mine.map(({ id }) => id))
  const names = new Map<string, string[]>()
  for (const block of theirs) {
    if (before.has(block.id) || taken.has(block.id)) continue
    const said = saidBy(block)
    names.set(said, [...(names.get(said) ?? []), block.id])
  }
  return mine.map((block) =>
    before.has(block.id) ? block : { ...block, id: names.get(saidBy(block))?.shift() ?? block.id },
  )
}

function saidBy({ id: _, ...said }: Block): string {
  return canonical(said)
}
