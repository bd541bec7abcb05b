import { deepestStored } from '@/lib/comments/depth'
import { type Chance, oneOf, paretoOf } from './chance'
import { type FateName, fateBy, fates } from './fates'

/** A comment of a branch: its root and everything under it, counted from nought in the order of writing. */
export type Place = {
  ancestors: readonly number[]
  fate: FateName
  /** Revisions and decisions of the branch before its own. */
  revision: number
  decision: number
  descendants: number
}
export type Shape = {
  id: number
  places: readonly Place[]
  revisions: number
  decisions: number
  shown: number
  held: number
}

export type Shapes = {
  /** One that has so many comments, or close below where that is many. */
  ofSize(size: number): Shape
  /** Every shape that was given so far. */
  all: readonly Shape[]
}

/** Of small branches there are many shapes each, of large ones a few. */
export function createShapes(chance: Chance): Shapes {
  const all: Shape[] = []
  const bySize = new Map<number, Shape[]>()
  return {
    all,
    ofSize(size) {
      const rounded = size < 100 ? size : Number(`${String(size).slice(0, 2)}e${String(size).length - 2}`)
      const known = bySize.get(rounded) ?? []
      if (known.length >= Math.max(1, Math.ceil(200 / rounded))) return oneOf(chance, known)
      const shape = { id: all.length, ...grow(chance, rounded) }
      all.push(shape)
      bySize.set(rounded, [...known, shape])
      return shape
    },
  }
}

/** How large a branch is: most are a comment that nobody answered. */
export function drawBranchSize(chance: Chance): number {
  return chance() < 0.55 ? 1 : paretoOf(chance, 2, 1.1, 300)
}

function grow(chance: Chance, size: number): Omit<Shape, 'id'> {
  const ancestors: number[][] = [[]]
  for (let place = 1; place < size; place++) ancestors.push(under(ancestors, drawParent(chance, place)))
  const answered = new Set(ancestors.map((each) => each.at(-1)))
  const drawn = ancestors.map((_, place) => fateBy(chance(), answered.has(place)))
  const descendants = new Array<number>(size).fill(0)
  const places: Place[] = []
  let [revision, decision, shown, held] = [0, 0, 0, 0]
  for (const [place, fate] of drawn.entries()) {
    const { shown: isShown, state, revisions, decisions } = fates[fate]
    for (const above of isShown ? (ancestors[place] ?? []) : [])
      descendants[above] = (descendants[above] ?? 0) + 1
    places.push({ ancestors: ancestors[place] ?? [], fate, revision, decision, descendants: 0 })
    revision += revisions
    decision += decisions.length
    shown += isShown ? 1 : 0
    held += state === 'held' ? 1 : 0
  }
  return {
    places: places.map((each, place) => ({ ...each, descendants: descendants[place] ?? 0 })),
    revisions: revision,
    decisions: decision,
    shown,
    held,
  }
}

/** The root, the one before, or any: bushes and long exchanges. */
function drawParent(chance: Chance, place: number): number {
  const draw = chance()
  if (draw < 0.2) return 0
  return draw < 0.75 ? place - 1 : Math.floor(chance() * place)
}

function under(ancestors: readonly number[][], parent: number): number[] {
  const above = ancestors[parent] ?? []
  // As lib/comments/depth.ts: what answers the deepest stands beside it.
  return above.length < deepestStored ? [...above, parent] : above
}
