/** Roots of a page. */
export const rootsPerPage = 20

/** At most so many pinned comments stand above the others. */
export const mostPinned = 3

/** Places of a full first page for what few have seen, counted from nought among those that are not pinned. */
export const placesForUnseen = [4, 9, 14]

/** Seen by fewer than this, nobody can say yet how good a comment is. */
export const seenBefore = 30

/**
 * The first page of a conversation in its best order: what is pinned, then the best, with places for what few have
 * seen, unless they are among the best anyway. The next page goes on after the first `taken` of the best, and leaves
 * out what stood `outOfTurn`.
 */
export function firstPage<C extends { id: number }>(given: {
  pinned: readonly C[]
  best: readonly C[]
  unseen: readonly C[]
}): { page: C[]; outOfTurn: number[]; taken: number } {
  const room = rootsPerPage - given.pinned.length
  if (given.best.length <= room)
    return {
      page: [...given.pinned, ...given.best],
      outOfTurn: given.pinned.map(({ id }) => id),
      taken: given.best.length,
    }
  const surely = new Set(given.best.slice(0, room - placesForUnseen.length).map(({ id }) => id))
  const unseen = given.unseen.filter(({ id }) => !surely.has(id)).slice(0, placesForUnseen.length)
  const isPlaced = new Set(unseen.map(({ id }) => id))
  const page: C[] = []
  let taken = 0
  for (const comment of given.best) {
    if (page.length === room - unseen.length) break
    taken += 1
    if (!isPlaced.has(comment.id)) page.push(comment)
  }
  for (const [index, comment] of unseen.entries())
    page.splice(placesForUnseen[index] ?? page.length, 0, comment)
  return {
    page: [...given.pinned, ...page],
    outOfTurn: [...given.pinned, ...unseen].map(({ id }) => id),
    taken,
  }
}
