import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPage, placesForUnseen, rootsPerPage } from './first-page'

const named = (ids: number[]) => ids.map((id) => ({ id }))
const upTo = (count: number) => named(Array.from({ length: count }, (_, index) => index + 1))

test('what few have seen takes its places among the best', () => {
  const { page, outOfTurn } = firstPage({ pinned: [], best: upTo(40), unseen: named([101, 102, 103]) })
  expect(placesForUnseen.map((place) => page[place]?.id)).toEqual([101, 102, 103])
  expect(page.filter(({ id }) => id < 100).map(({ id }) => id)).toEqual(
    Array.from({ length: 17 }, (_, index) => index + 1),
  )
  expect(outOfTurn).toEqual([101, 102, 103])
})

test('what is pinned stands first', () => {
  const { page } = firstPage({ pinned: named([201, 202]), best: upTo(40), unseen: named([101]) })
  expect(page.slice(0, 3).map(({ id }) => id)).toEqual([201, 202, 1])
  expect(page[2 + 4]?.id).toBe(101)
})

test('a conversation that fits on a page is shown in its order', () => {
  const { page, outOfTurn } = firstPage({ pinned: [], best: upTo(20), unseen: named([20, 19, 18]) })
  expect(page).toEqual(upTo(20))
  expect(outOfTurn).toEqual([])
})

test('a page is full, shows nothing twice, and all the best it has not shown come after it', () => {
  const subset = (ids: number[], most: number) => fc.shuffledSubarray(ids, { maxLength: most })
  const all = Array.from({ length: 60 }, (_, index) => index + 1)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), subset(all, 3), subset(all, 3), (count, pins, few) => {
      const pinned = named(pins)
      const best = upTo(count).filter(({ id }) => !pins.includes(id))
      const unseen = named(few.filter((id) => id <= count && !pins.includes(id)))
      const { page, outOfTurn, taken } = firstPage({ pinned, best, unseen })
      const ids = page.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBe(Math.min(rootsPerPage, pins.length + best.length))
      // The next page begins after the best that were taken, and leaves out what stood out of its turn.
      const later = best.slice(taken).filter(({ id }) => !outOfTurn.includes(id))
      expect([...ids, ...later.map(({ id }) => id)].sort((a, b) => a - b)).toEqual(
        [...pins, ...best.map(({ id }) => id)].sort((a, b) => a - b),
      )
    }),
    { numRuns: 500 },
  )
})
