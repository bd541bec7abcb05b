/** Deeper than this a thread is a dialogue that nobody can follow; the database refuses more. */
export const deepestStored = 12
/** Past this depth lines are too narrow to read: answers stand level and say whom they answer. */
export const deepestDrawn = 6

export type Place = { parentId: number | null; rootId: number | null; depth: number; ancestorIds: number[] }

/** Where an answer to `parent` stands. Under the deepest it stands beside its parent. */
export function placeUnder(parent: (Place & { id: number }) | null): Place {
  if (!parent) return { parentId: null, rootId: null, depth: 0, ancestorIds: [] }
  const { id, parentId, rootId, depth, ancestorIds } = parent
  if (depth >= deepestStored) return { parentId, rootId, depth, ancestorIds }
  return { parentId: id, rootId: rootId ?? id, depth: depth + 1, ancestorIds: [...ancestorIds, id] }
}
