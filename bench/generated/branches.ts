import type { Chance } from './chance'
import { drawBranchSize, type Shape, type Shapes } from './shapes'

/** From here on a fifth of a conversation is one long branch. */
const longBranchFrom = 500

/** The branches of a conversation of so many comments. */
export function drawBranches(chance: Chance, shapes: Shapes, comments: number): Shape[] {
  const branches: Shape[] = []
  let left = comments
  const take = (size: number) => {
    const shape = shapes.ofSize(size)
    branches.push(shape)
    left -= shape.places.length
  }
  if (comments >= longBranchFrom) take(Math.floor(comments / 5))
  while (left > 0) take(Math.min(left, drawBranchSize(chance)))
  return branches
}
