import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestAccounts, findRaids, type Suspect } from './raid'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 12, minutes))
const suspect = (id: number, authorId: number, minutes: number, ...near: number[]): Suspect => ({
  ...{ id, authorId, near, createdAt: at(minutes) },
})

test('four new accounts that say nearly the same within an hour are a raid', () => {
  const group = [suspect(1, 11, 0), suspect(2, 12, 10, 1), suspect(3, 13, 20, 2), suspect(4, 14, 60, 1)]
  expect(findRaids(group)).toEqual([{ commentIds: [1, 2, 3, 4], accounts: 4 }])
  expect(findRaids(group.slice(1))).toEqual([])
})

test('three accounts are none, however much they write, nor are four over hours', () => {
  const three = Array.from({ length: 12 }, (_, index) => suspect(index + 1, 11 + (index % 3), index, index))
  expect(findRaids(three)).toEqual([])
  const slow = [0, 30, 61, 92].map((minutes, index) => suspect(index + 1, 11 + index, minutes, index))
  expect(findRaids(slow)).toEqual([])
})

test('what was said first may be decided already: the others hang together by it', () => {
  const group = [2, 3, 4, 5, 6].map((id) => suspect(id, id, id, 1))
  expect(findRaids(group)).toEqual([{ commentIds: [2, 3, 4, 5, 6], accounts: 5 }])
})

test('two raids are two, the larger one first', () => {
  const small = [1, 2, 3, 4].map((id) => suspect(id, id, id, 1))
  const large = [11, 12, 13, 14, 15].map((id) => suspect(id, id, id - 10, 11))
  expect(findRaids([...small, ...large]).map(({ accounts }) => accounts)).toEqual([5, 4])
})

test('whatever there is: nobody is in two raids, none has too few accounts, and the order it is read in is nothing', () => {
  const some = fc.array(
    fc.record({ author: fc.integer({ min: 1, max: 8 }), minutes: fc.nat(300), near: fc.nat(40) }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(some, (given) => {
      const suspects = given.map(({ author, minutes, near }, index) =>
        suspect(index + 1, author, minutes, near),
      )
      const raids = findRaids(suspects)
      const all = raids.flatMap(({ commentIds }) => commentIds)
      expect(new Set(all).size).toBe(all.length)
      for (const { accounts } of raids) expect(accounts).toBeGreaterThanOrEqual(fewestAccounts)
      const sorted = (list: typeof raids) => list.map((raid) => JSON.stringify(raid)).sort()
      expect(sorted(findRaids([...suspects].reverse()))).toEqual(sorted(raids))
    }),
  )
})

test('a thousand that each answer the one before are joined at once', () => {
  const chain = Array.from({ length: 1_000 }, (_, index) => suspect(index + 2, index, index % 60, index + 1))
  expect(findRaids(chain)).toMatchObject([{ accounts: 1_000 }])
})
