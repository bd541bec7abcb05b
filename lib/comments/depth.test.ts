import { expect, test } from 'vitest'
import { deepestStored, type Place, placeUnder } from './depth'

test('a comment on the article stands on its own', () => {
  expect(placeUnder(null)).toEqual({ parentId: null, rootId: null, depth: 0, ancestorIds: [] })
})

test('an answer stands one deeper, under its parent and the parent’s root', () => {
  const [root, answer, further] = chain(3)
  expect(answer).toEqual({ id: 2, parentId: 1, rootId: 1, depth: 1, ancestorIds: [1] })
  expect(further).toEqual({ id: 3, parentId: 2, rootId: 1, depth: 2, ancestorIds: [1, 2] })
  expect(root?.rootId).toBeNull()
})

test('under the deepest an answer stands beside what it answers, and no deeper however long it goes on', () => {
  const all = chain(deepestStored + 10)
  const deepest = all[deepestStored]
  expect(deepest?.depth).toBe(deepestStored)
  for (const { id: _id, ...place } of all.slice(deepestStored + 1)) {
    const { id: _deepestId, ...beside } = deepest ?? { id: 0 }
    expect(place).toEqual(beside)
  }
})

test('wherever it stands, its ancestors begin with the root, end with the parent, and number its depth', () => {
  for (const { rootId, parentId, depth, ancestorIds } of chain(20)) {
    expect(ancestorIds).toHaveLength(depth)
    expect([ancestorIds[0] ?? null, ancestorIds.at(-1) ?? null]).toEqual([rootId, parentId])
  }
})

/** Comments that answer each other, the first one on the article. */
function chain(length: number): (Place & { id: number })[] {
  const all: (Place & { id: number })[] = []
  for (let id = 1; id <= length; id += 1) all.push({ ...placeUnder(all.at(-1) ?? null), id })
  return all
}
