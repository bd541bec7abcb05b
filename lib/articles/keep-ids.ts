import { diffArrays } from 'diff'
import { newBlockId } from './block-id'
import type { Block, NewBlock } from './body'
import { wordsIn } from './body-words'

/** How much of its words a paragraph shares with the one before it to be the same one, rewritten. */
const leastShared = 0.4

/** A block on its way into a body: with the id its editor remembers, or without. */
export type LooseBlock = NewBlock & { id?: string | undefined }

/**
 * Gives each block of `next` its id. One that names an id of `previous` keeps it (of several that name the same, the
 * most alike); one that stands in `previous` word for word keeps that one's, wherever it has moved; one that was
 * rewritten keeps its predecessor's when it stands in its place and shares enough of its words. All others get new
 * ids from `newId`, which never gives one twice: no id ever comes to stand for another paragraph.
 */
export function keepIds(
  previous: readonly Block[],
  next: readonly LooseBlock[],
  newId: () => string = newBlockId,
): Block[] {
  const ids: (string | undefined)[] = next.map(() => undefined)
  const free = new Map(previous.map((block) => [block.id, block]))
  const give = (index: number, id: string) => {
    ids[index] = id
    free.delete(id)
  }
  keepNamed(free, next, give)
  keepSame(previous, next, ids, free, give)
  keepRewritten(previous, next, ids, free, give)
  const known = new Set(previous.map(({ id }) => id))
  return next.map((block, index) => {
    const isOwn = block.id !== undefined && !known.has(block.id) && !ids.includes(block.id)
    const id = ids[index] ?? (isOwn && block.id !== undefined ? block.id : newId())
    ids[index] = id
    return { ...block, id }
  })
}

type Give = (index: number, id: string) => void

function keepNamed(free: Map<string, Block>, next: readonly LooseBlock[], give: Give): void {
  const naming = new Map<string, number[]>()
  next.forEach(({ id }, index) => {
    if (id !== undefined && free.has(id)) naming.set(id, [...(naming.get(id) ?? []), index])
  })
  for (const [id, indexes] of naming) {
    const block = free.get(id)
    const alike = indexes.map((index) => ({ index, share: shareOf(block, next[index]) }))
    const [best] = alike.sort((a, b) => b.share - a.share || a.index - b.index)
    if (best) give(best.index, id)
  }
}

/** Word for word: first those that stand in the same order, then those that moved. */
function keepSame(
  previous: readonly Block[],
  next: readonly LooseBlock[],
  ids: readonly (string | undefined)[],
  free: ReadonlyMap<string, Block>,
  give: Give,
): void {
  const before = previous
    .filter(({ id }) => free.has(id))
    .map((block) => ({ id: block.id, key: keyOf(block) }))
  const after = next.flatMap((block, index) =>
    ids[index] === undefined ? [{ index, key: keyOf(block) }] : [],
  )
  let [at, to] = [0, 0]
  for (const { added, removed, count } of diffArrays(keys(before), keys(after))) {
    if (!added && !removed)
      for (let step = 0; step < count; step += 1) {
        const [from, into] = [before[at + step], after[to + step]]
        if (from && into) give(into.index, from.id)
      }
    if (!added) at += count
    if (!removed) to += count
  }
  for (const { id, key } of before) {
    const moved = free.has(id) && after.find((each) => each.key === key && ids[each.index] === undefined)
    if (moved) give(moved.index, id)
  }
}

/** Between two neighbours that stayed, the most alike of those that are left, in their order. */
function keepRewritten(
  previous: readonly Block[],
  next: readonly LooseBlock[],
  ids: readonly (string | undefined)[],
  free: ReadonlyMap<string, Block>,
  give: Give,
): void {
  const places = new Map(previous.map(({ id }, index) => [id, index]))
  const placed = ids.map((id) => (id === undefined ? -1 : (places.get(id) ?? -1)))
  let least = 0
  next.forEach((block, index) => {
    if (ids[index] !== undefined) {
      least = Math.max(least, (placed[index] ?? -1) + 1)
      return
    }
    const following = placed.slice(index + 1).find((place) => place >= least) ?? previous.length
    const gap = previous.slice(least, following).filter(({ id }) => free.has(id))
    const alike = gap.map((from) => ({ from, share: shareOf(from, block) }))
    const best = alike.reduce<(typeof alike)[number] | null>(
      (best, each) => (each.share >= leastShared && each.share > (best?.share ?? 0) ? each : best),
      null,
    )
    if (!best) return
    give(index, best.from.id)
    least = (places.get(best.from.id) ?? 0) + 1
  })
}

function keys(list: { key: string }[]): string[] {
  return list.map(({ key }) => key)
}

/** Everything of a block but its id. */
function keyOf(block: LooseBlock): string {
  return JSON.stringify(
    Object.entries(block)
      .filter(([name, value]) => name !== 'id' && value !== undefined)
      .sort(),
  )
}

/** The words two blocks of one kind share, of all their words: from nought to one. */
function shareOf(before: LooseBlock | undefined, after: LooseBlock | undefined): number {
  if (!before || !after || before.type !== after.type) return 0
  if (before.type === 'picture' && after.type === 'picture') return Number(before.hash === after.hash)
  const [first, second] = [wordSet(before), wordSet(after)]
  if (first.size === 0 && second.size === 0) return 1
  const shared = [...first].filter((word) => second.has(word)).length
  return (2 * shared) / (first.size + second.size)
}

function wordSet(block: NewBlock): Set<string> {
  return new Set(
    wordsIn(block)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  )
}
