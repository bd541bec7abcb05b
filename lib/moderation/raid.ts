/** Accounts are new for a day; a raid comes within an hour, from at least so many of them. */
export const newForHours = 24
export const raidMinutes = 60
export const fewestAccounts = 4

/** A held comment by a new account; `near` is what the checks found it to be nearly the same as. */
export type Suspect = { id: number; authorId: number; createdAt: Date; near: number[] }
export type Raid = { commentIds: number[]; accounts: number }

/**
 * Raids among held comments of new accounts: those that say nearly the same, each as another, of which four accounts or
 * more wrote within one hour. The largest first; a comment is in one of them at most.
 */
export function findRaids(suspects: readonly Suspect[]): Raid[] {
  const groups = new Map<number, Suspect[]>()
  const rootOf = joined(suspects)
  for (const suspect of suspects) {
    const root = rootOf(suspect.id)
    groups.set(root, [...(groups.get(root) ?? []), suspect])
  }
  return [...groups.values()]
    .filter((group) => group.length >= fewestAccounts && isSudden(group))
    .map((group) => ({
      commentIds: group.map(({ id }) => id).sort((one, other) => one - other),
      accounts: new Set(group.map(({ authorId }) => authorId)).size,
    }))
    .sort((one, other) => other.commentIds.length - one.commentIds.length)
}

/** Which comments hang together, directly or by others that may be decided already: for each the one that stands for all. */
function joined(suspects: readonly Suspect[]): (id: number) => number {
  const parents = new Map<number, number>()
  const rootOf = (id: number): number => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    // Straight to it from now on: chains stay short.
    for (let at = id; at !== root; ) {
      const up = parents.get(at) ?? root
      parents.set(at, root)
      at = up
    }
    return root
  }
  for (const { id, near } of suspects)
    for (const other of near) {
      const [one, two] = [rootOf(id), rootOf(other)]
      if (one !== two) parents.set(one, two)
    }
  return rootOf
}

/** Whether enough accounts wrote within one hour: the window that begins with each comment in turn. */
function isSudden(group: readonly Suspect[]): boolean {
  const byTime = [...group].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
  const within = new Map<number, number>()
  let first = 0
  for (const { authorId, createdAt } of byTime) {
    within.set(authorId, (within.get(authorId) ?? 0) + 1)
    for (
      let early = byTime[first];
      early && createdAt.getTime() - early.createdAt.getTime() > raidMinutes * 60_000;
      early = byTime[first]
    ) {
      const left = (within.get(early.authorId) ?? 1) - 1
      if (left === 0) within.delete(early.authorId)
      else within.set(early.authorId, left)
      first += 1
    }
    if (within.size >= fewestAccounts) return true
  }
  return false
}
