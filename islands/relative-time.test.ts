import { expect, test } from 'vitest'
import { relativeTime } from './relative-time'

const now = Date.parse('2026-03-02T12:00:00Z')
const english = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]

test.each([
  [0, 'now'],
  [59 * second, 'now'],
  [minute, '1 minute ago'],
  [12.9 * minute, '12 minutes ago'],
  [59.9 * minute, '59 minutes ago'],
  [hour, '1 hour ago'],
  [23.9 * hour, '23 hours ago'],
  [day, 'yesterday'],
  [6.9 * day, '6 days ago'],
])('%d ms ago reads “%s”', (passed, text) => {
  expect(relativeTime(now - passed, now, english)).toBe(text)
})

test('after a week the date says it better', () => {
  expect(relativeTime(now - 7 * day, now, english)).toBeNull()
})

test('a clock that is a little slow reads “now”; one that is far off, or no time at all, leaves the date', () => {
  expect(relativeTime(now + 4 * minute, now, english)).toBe('now')
  expect(relativeTime(now + 5 * minute, now, english)).toBeNull()
  expect(relativeTime(Number.NaN, now, english)).toBeNull()
})

test('it speaks the language of the page', () => {
  expect(relativeTime(now - 2 * hour, now, new Intl.RelativeTimeFormat('fr'))).toBe('il y a 2 heures')
})
