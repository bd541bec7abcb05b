import { isSameBlock, wordsOfBlock } from './block-words'
import type { Block } from './body'
import { stayingOf } from './staying'

/** A block of either body; both where it stayed, then perhaps with other words. `moved` only says that it stands elsewhere. */
export type Aligned =
  | { before: Block; after: Block; moved: boolean }
  | { before: Block; after: null }
  | { before: null; after: Block }

/**
 * Which block became which, in the order of the new body; what is gone stands after what it stood after. A block is
 * known by its id and its words, then by its words alone (imports number their paragraphs anew), then by its id where
 * at least a third of its words are still there: less is another block.
 */
export function alignBlocks(before: Block[], after: Block[]): Aligned[] {
  const partners = pair(before, after)
  const stayed = stayingOf(partners)
  const taken = new Set(partners.filter((index) => index !== null))
  const come = after.map((block, index): Aligned => {
    const partner = partners[index] ?? null
    const former = partner === null ? undefined : before[partner]
    return former
      ? { before: former, after: block, moved: !stayed.has(index) }
      : { before: null, after: block }
  })
  return putGoneBack(before, come, partners, taken)
}

/** For each new block the old one's place, or null. */
function pair(before: Block[], after: Block[]): (number | null)[] {
  const partners: (number | null)[] = after.map(() => null)
  const free = new Set(before.keys())
  const match = (keyOf: (block: Block) => string, isOne: (old: Block, fresh: Block) => boolean) => {
    const places = new Map<string, number[]>()
    for (const index of free) {
      const block = before[index]
      if (block) places.set(keyOf(block), [...(places.get(keyOf(block)) ?? []), index])
    }
    for (const [index, block] of after.entries()) {
      const place = partners[index] === null ? places.get(keyOf(block))?.[0] : undefined
      const old = place === undefined ? undefined : before[place]
      if (place === undefined || !old || !isOne(old, block)) continue
      partners[index] = place
      places.get(keyOf(block))?.shift()
      free.delete(place)
    }
  }
  match(({ id, ...block }) => `${id} ${JSON.stringify(block)}`, isSameBlock)
  match(wordsOfBlock, (old) => wordsOfBlock(old) !== '')
  match(({ id }) => id, isAkin)
  return partners
}

const leastShared = 1 / 3

/** Whether a third of the longer one's words are in the other. */
function isAkin(one: Block, other: Block): boolean {
  const [words, others] = [one, other].map((block) => wordsOfBlock(block).toLowerCase().split(/\s+/))
  const left = new Map<string, number>()
  for (const word of words ?? []) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of others ?? []) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return shared >= Math.max(words?.length ?? 0, others?.length ?? 0) * leastShared
}

function putGoneBack(
  before: Block[],
  come: Aligned[],
  partners: (number | null)[],
  taken: ReadonlySet<number>,
): Aligned[] {
  const gone = new Map<number, Aligned[]>() // by the place of the old block they stood after; -1: the start
  let last = -1
  for (const [index, block] of before.entries()) {
    if (taken.has(index)) last = index
    else gone.set(last, [...(gone.get(last) ?? []), { before: block, after: null }])
  }
  const all = [...(gone.get(-1) ?? [])]
  for (const [index, aligned] of come.entries()) {
    const partner = partners[index] ?? null
    all.push(aligned, ...(partner === null ? [] : (gone.get(partner) ?? [])))
  }
  return all
}
