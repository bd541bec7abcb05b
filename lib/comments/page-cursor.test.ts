import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPageCursor, writePageCursor } from './page-cursor'
import { roundedRank } from './rank'
import { sorts } from './sorts'

const now = new Date('2026-03-02T12:00:00Z')
const id = fc.integer({ min: 1, max: 2_147_483_647 })

test('a cursor by rank is read as it was written, to the last digit of the rank', () => {
  const rank = fc.double({ min: 0, max: 1, noNaN: true }).map(roundedRank)
  const asOf = fc.integer({ min: 0, max: 3_600_000 }).map((ago) => new Date(now.getTime() - ago))
  fc.assert(
    fc.property(rank, id, asOf, fc.array(id, { maxLength: 6 }), (value, last, at, shown) => {
      const cursor = { value, id: last, asOf: at, shown }
      expect(readPageCursor('best', writePageCursor('best', cursor), now)).toEqual(cursor)
    }),
  )
})

test('a cursor by time or answers is read as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), id, (value, last) => {
      const cursor = { value, id: last, asOf: now, shown: [] }
      for (const sort of ['newest', 'oldest', 'discussed'] as const)
        expect(readPageCursor(sort, writePageCursor(sort, cursor), now)).toEqual(cursor)
    }),
  )
})

test('a cursor from over an hour ago, or from the future, goes by the ranks of now', () => {
  for (const ago of [3_600_001, -1]) {
    const cursor = { value: 0.5, id: 7, asOf: new Date(now.getTime() - ago), shown: [] }
    expect(readPageCursor('best', writePageCursor('best', cursor), now)?.asOf).toEqual(now)
  }
})

test.each([
  undefined,
  '',
  '1',
  '1-',
  'x_1-2-3',
  '1-2-3-4-5-6-7-8-9-a',
  "1-2-3'",
  '-1-2',
  '1-zzzzzzzzz-3',
  'zzzzzzzzz-1-3',
  '1-2-3-zzzzzzzzz',
  '1--2',
  '１-2-3',
])('%j is no cursor', (text) => {
  for (const sort of sorts) expect(readPageCursor(sort, text, now)).toBeNull()
})
