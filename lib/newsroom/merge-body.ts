import type { Block } from '@/lib/articles/body'
import { isSame } from './draft-content'

/** What of mine could not stand beside theirs: a block by its id, `null` where I had removed it; or my order of them. */
export type BodyAside =
  | { place: `block:${string}`; aside: Block | null }
  | { place: 'order'; aside: string[] }

export type MergedBody = { body: Block[]; asides: BodyAside[] }

/**
 * Puts together two people's changes to the same blocks, known by their ids. What one changed, added, moved or removed
 * and the other left alone is taken. Where both changed a block differently, theirs stands and mine is set aside.
 * Nothing that either wrote is in neither. `newId` names a block of mine where each of us added another under one id.
 */
export function mergeBody(base: Block[], mine: Block[], theirs: Block[], newId: () => string): MergedBody {
  const [was, own, other] = [byId(base), byId(mine), byId(theirs)]
  const asides: BodyAside[] = []
  const renamed = new Map<string, Block>()
  for (const [id, block] of own) {
    const there = other.get(id)
    if (!was.has(id) && there && !isSame(block, there)) renamed.set(id, { ...block, id: newId() })
  }
  /** What stands in a block's place: undefined where it is gone. */
  const standing = (id: string): Block | undefined => {
    const [before, here, there] = [was.get(id), own.get(id), other.get(id)]
    if (!before) return there ?? here
    if (isSame(here, before)) return there
    if (isSame(there, before) || isSame(here, there)) return here
    asides.push({ place: `block:${id}`, aside: here ?? null })
    return there
  }
  const kept = [...new Set([...was.keys(), ...own.keys(), ...other.keys()])].flatMap(
    (id) => standing(id) ?? [],
  )
  const keptById = byId(kept)
  const common = (blocks: Block[]) => blocks.map(({ id }) => id).filter((id) => was.has(id))
  const moved = (blocks: Block[]) => {
    const here = common(blocks)
    const present = new Set(here)
    return !isSame(
      here,
      [...was.keys()].filter((id) => present.has(id)),
    )
  }
  const [iMoved, theyMoved] = [moved(mine), moved(theirs)]
  if (iMoved && theyMoved && !isSame(common(mine), common(theirs)))
    asides.push({ place: 'order', aside: mine.map(({ id }) => renamed.get(id)?.id ?? id) })
  const [frame, added] = iMoved && !theyMoved ? [mine, theirs] : [theirs, mine]
  const mineIs = (blocks: Block[]) => (blocks === mine ? ownNames(mine, renamed) : blocks.map(({ id }) => id))
  const order = weave(mineIs(frame), mineIs(added))
  for (const block of renamed.values()) keptById.set(block.id, block)
  return { body: order.flatMap((id) => keptById.get(id) ?? []), asides }
}

/** The same blocks, each under an id of its own: of two under one the later is named anew. */
export function withUniqueIds(blocks: Block[], newId: () => string): Block[] {
  const taken = new Set<string>()
  return blocks.map((block) => {
    const own = taken.has(block.id) ? { ...block, id: newId() } : block
    taken.add(own.id)
    return own
  })
}

function byId(blocks: Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [block.id, block]))
}

function ownNames(blocks: Block[], renamed: Map<string, Block>): string[] {
  return blocks.map(({ id }) => renamed.get(id)?.id ?? id)
}

/** The ids of the frame in their order, and each further id of the other list after the one it follows there. */
function weave(frame: string[], others: string[]): string[] {
  const order = [...frame]
  const present = new Set(frame)
  let after: string | null = null
  for (const id of others) {
    if (!present.has(id)) {
      order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, id)
      present.add(id)
    }
    after = id
  }
  return order
}
