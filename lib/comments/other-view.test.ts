import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disagreement, otherRankOf, type Recommended } from './other-view'

// docs/ranking.md shows these. Comments 1 to 9 stand under one article, 10 to 19 under the next, and so on.
test.each([
  ['nobody', [], 0],
  ['one reader', [[1, 2, 3]], 0],
  [
    'two who never recommended the same',
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    0.25,
  ],
  [
    'two who always did',
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    0,
  ],
  [
    'two of whom one has recommended a third of what the other has',
    [
      [1, 2, 3],
      [3, 4, 5, 6],
    ],
    0.167,
  ],
  [
    'two who know different conversations',
    [
      [1, 2, 3],
      [11, 12, 13],
    ],
    0,
  ],
  [
    'two of whom one has hardly recommended anything',
    [
      [1, 2, 3, 4],
      [5, 6],
    ],
    0,
  ],
  [
    'three who never did',
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    0.5,
  ],
  [
    'two like each other, and one unlike them',
    [
      [1, 2, 3],
      [1, 2, 3],
      [4, 5, 6],
    ],
    0.333,
  ],
])('recommended by %s', (_who, records, rank) => {
  expect(otherRankOf(records.map(record))).toBe(rank)
})

const comment = fc.integer({ min: 1, max: 59 })
const recommended = fc.uniqueArray(comment, { maxLength: 20 }).map(record)
const readers = fc.array(recommended, { maxLength: 8 })

test('a rank is a share, from 0 to 1', () => {
  fc.assert(
    fc.property(readers, (given) => {
      expect(otherRankOf(given)).toBeGreaterThanOrEqual(0)
      expect(otherRankOf(given)).toBeLessThanOrEqual(1)
    }),
  )
})

test('who recommended first does not matter', () => {
  const shuffled = readers.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  )
  fc.assert(
    fc.property(shuffled, ([given, otherwise]) => {
      expect(Math.abs(otherRankOf(given) - otherRankOf(otherwise))).toBeLessThanOrEqual(0.001)
    }),
  )
})

test('two readers disagree with each other alike, and nobody with themselves', () => {
  fc.assert(
    fc.property(recommended, recommended, (one, other) => {
      expect(disagreement(one, other)).toBe(disagreement(other, one))
      expect(disagreement(one, one) ?? 0).toBe(0)
    }),
  )
})

test('any number of readers who always recommend the same make no other view', () => {
  fc.assert(
    fc.property(recommended, fc.integer({ min: 2, max: 30 }), (one, times) => {
      expect(otherRankOf(Array.from({ length: times }, () => one))).toBe(0)
    }),
  )
})

test('two readers who come to recommend one more of the same never disagree more', () => {
  fc.assert(
    fc.property(recommended, recommended, comment, (one, other, both) => {
      const before = disagreement(one, other)
      const after = disagreement(new Map([...one, ...record([both])]), new Map([...other, ...record([both])]))
      // A comment in a conversation they did not share brings in what else they recommended there.
      fc.pre(
        before !== null &&
          [...one.values()].includes(articleOf(both)) &&
          [...other.values()].includes(articleOf(both)),
      )
      fc.pre(one.size === other.size)
      expect(after ?? 0).toBeLessThanOrEqual((before ?? 0) + 1e-12)
    }),
  )
})

test('what a reader recommends where none of the others did changes nothing', () => {
  fc.assert(
    fc.property(readers, (given) => {
      const more = given.map((each, index) => new Map([...each, [1_000 + index, 1_000 + index] as const]))
      expect(otherRankOf(more)).toBe(otherRankOf(given))
    }),
  )
})

test('of readers who never recommend the same, more never rank lower', () => {
  const apart = (count: number) =>
    Array.from({ length: count }, (_, index) => new Map([0, 1, 2].map((each) => [index * 3 + each, 1])))
  for (let count = 0; count < 30; count += 1)
    expect(otherRankOf(apart(count + 1))).toBeGreaterThanOrEqual(otherRankOf(apart(count)))
})

function record(ids: readonly number[]): Recommended {
  return new Map(ids.map((id) => [id, articleOf(id)]))
}

function articleOf(id: number): number {
  return Math.floor(id / 10)
}
