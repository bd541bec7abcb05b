import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankOf } from './rank'

const count = fc.integer({ min: 0, max: 1_000_000 })
const counts = fc.record({ recommendCount: count, seenCount: count })

// docs/ranking.md shows these.
test.each([
  [0, 0, 0],
  [0, 500, 0],
  [1, 0, 0.378],
  [10, 0, 0.859],
  [1, 2, 0.164],
  [1, 40, 0.00751],
  [10, 40, 0.173],
  [100, 400, 0.223],
  [3, 12, 0.127],
])('%i recommendations of %i who saw it make %d', (recommendCount, seenCount, rank) => {
  expect(rankOf({ recommendCount, seenCount })).toBe(rank)
})

test('a rank is a share, from 0 to 1', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const rank = rankOf(given)
      expect(rank).toBeGreaterThanOrEqual(0)
      expect(rank).toBeLessThanOrEqual(1)
    }),
  )
})

test('one more recommendation never ranks lower, whether whoever gave it was counted as having seen it or not', () => {
  fc.assert(
    fc.property(counts, fc.boolean(), ({ recommendCount, seenCount }, isCounted) => {
      const more = { recommendCount: recommendCount + 1, seenCount: seenCount + Number(isCounted) }
      expect(rankOf(more)).toBeGreaterThanOrEqual(rankOf({ recommendCount, seenCount }))
    }),
    { numRuns: 2_000 },
  )
})

test('being seen once more without being recommended never ranks higher', () => {
  fc.assert(
    fc.property(counts, ({ recommendCount, seenCount }) => {
      const more = { recommendCount, seenCount: seenCount + 1 }
      expect(rankOf(more)).toBeLessThanOrEqual(rankOf({ recommendCount, seenCount }))
    }),
    { numRuns: 2_000 },
  )
})

test('of two comments recommended by the same share, the one that more people saw ranks no lower', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 2, max: 20 }),
      (recommended, passedOver, times) => {
        const one = { recommendCount: recommended, seenCount: recommended + passedOver }
        const many = { recommendCount: times * one.recommendCount, seenCount: times * one.seenCount }
        expect(rankOf(many)).toBeGreaterThanOrEqual(rankOf(one))
      },
    ),
  )
})

test('who came when does not matter: the same votes and eyes make the same rank in any order', () => {
  const step = fc.constantFrom('seen', 'recommended', 'taken-back')
  fc.assert(
    fc.property(
      fc
        .array(step, { maxLength: 40 })
        .chain((steps) =>
          fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })),
        ),
      ([steps, shuffled]) => {
        expect(rankOf(after(shuffled))).toBe(rankOf(after(steps)))
      },
    ),
  )
})

function after(steps: readonly string[]) {
  const times = (what: string) => steps.filter((step) => step === what).length
  return {
    recommendCount: Math.max(0, times('recommended') - times('taken-back')),
    seenCount: times('seen'),
  }
}
