import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReportedAway, reportWeight } from './report-weight'

const count = fc.integer({ min: 0, max: 10_000 })
const record = fc.record({
  isStaff: fc.boolean(),
  isKnown: fc.boolean(),
  reportsUpheld: count,
  reportsDismissed: count,
})
const known = { isStaff: false, isKnown: true, reportsUpheld: 0, reportsDismissed: 0 }

test.each([
  ['an ordinary reader’s weighs one', known, 1],
  ['a newcomer’s half of one', { ...known, isKnown: false }, 0.5],
  ['staff’s two', { ...known, isStaff: true }, 2],
  ['that of somebody who was always right nearly two', { ...known, reportsUpheld: 18 }, 1.9],
  ['that of somebody who was always wrong nearly nothing', { ...known, reportsDismissed: 18 }, 0.1],
])('%s', (_what, given, weight) => {
  expect(reportWeight(given)).toBeCloseTo(weight, 10)
})

test('a report weighs between nought and two, and a record is worth what it says', () => {
  fc.assert(
    fc.property(record, (given) => {
      const weight = reportWeight(given)
      expect(weight).toBeGreaterThan(0)
      expect(weight).toBeLessThanOrEqual(2)
      expect(reportWeight({ ...given, reportsUpheld: given.reportsUpheld + 1 })).toBeGreaterThanOrEqual(
        weight,
      )
      expect(reportWeight({ ...given, reportsDismissed: given.reportsDismissed + 1 })).toBeLessThanOrEqual(
        weight,
      )
    }),
  )
})

test('one or two people never take a comment away, whatever they weigh', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (reporters, weight) => {
        expect(isReportedAway({ reporters, weight, isApproved: false })).toBe(false)
      },
    ),
  )
  expect(isReportedAway({ reporters: 3, weight: 3, isApproved: false })).toBe(true)
  expect(isReportedAway({ reporters: 3, weight: 2.5, isApproved: false })).toBe(false)
  expect(isReportedAway({ reporters: 30, weight: 30, isApproved: true })).toBe(false)
})
