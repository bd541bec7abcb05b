import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestForRate, overturnRate } from './overturn-rate'

test('of few there is no rate', () => {
  expect(overturnRate({ judged: 0, overturned: 0 })).toBeNull()
  expect(overturnRate({ judged: fewestForRate - 1, overturned: fewestForRate - 1 })).toBeNull()
})

test('a rate has the interval of Wilson’s paper', () => {
  const rate = overturnRate({ judged: 20, overturned: 5 })
  expect(rate?.share).toBe(0.25)
  expect(rate?.low).toBeCloseTo(0.1119, 4)
  expect(rate?.high).toBeCloseTo(0.4687, 4)
})

const counts = fc
  .integer({ min: fewestForRate, max: 100_000 })
  .chain((judged) =>
    fc.record({ judged: fc.constant(judged), overturned: fc.integer({ min: 0, max: judged }) }),
  )

test('the share lies in its interval, the interval within 0 and 1, and ten times as many make it smaller', () => {
  fc.assert(
    fc.property(counts, ({ judged, overturned }) => {
      const rate = overturnRate({ judged, overturned })
      const surer = overturnRate({ judged: judged * 10, overturned: overturned * 10 })
      if (!rate || !surer) throw new Error('no rate')
      expect(rate.low).toBeGreaterThanOrEqual(0)
      expect(rate.high).toBeLessThanOrEqual(1)
      expect(rate.share).toBeGreaterThanOrEqual(rate.low - 1e-12)
      expect(rate.share).toBeLessThanOrEqual(rate.high + 1e-12)
      expect(surer.high - surer.low).toBeLessThan(rate.high - rate.low)
    }),
  )
})

test('who is granted and who is turned down are mirrored', () => {
  fc.assert(
    fc.property(counts, ({ judged, overturned }) => {
      const [one, other] = [
        overturnRate({ judged, overturned }),
        overturnRate({ judged, overturned: judged - overturned }),
      ]
      expect(one?.low).toBeCloseTo(1 - (other?.high ?? 0), 9)
    }),
  )
})
