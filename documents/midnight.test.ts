import { expect, test } from 'vitest'
import { endOfLife, nextMidnight } from './midnight'

const at = (iso: string) => Date.parse(iso)

test('midnight is the zone’s own, also on days of 23 and 25 hours', () => {
  expect(nextMidnight(at('2026-01-31T12:00:00Z'), 'UTC')).toBe(at('2026-02-01T00:00:00Z'))
  expect(nextMidnight(at('2026-01-31T21:00:00Z'), 'Asia/Tehran')).toBe(at('2026-02-01T20:30:00Z'))
  expect(nextMidnight(at('2026-03-28T23:30:00Z'), 'Europe/Berlin')).toBe(at('2026-03-29T22:00:00Z'))
  expect(nextMidnight(at('2026-10-24T22:30:00Z'), 'Europe/Berlin')).toBe(at('2026-10-25T23:00:00Z'))
  expect(nextMidnight(at('2026-02-01T00:00:00Z'), 'UTC')).toBe(at('2026-02-02T00:00:00Z'))
})

test('a page without a lifetime of its own lives until there is news', () => {
  expect(endOfLife(Number.POSITIVE_INFINITY, 0, 'UTC')).toBe(Number.POSITIVE_INFINITY)
  expect(endOfLife(60_000, 1000, 'UTC')).toBe(61_000)
})
