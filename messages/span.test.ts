import { expect, test } from 'vitest'
import { saySince, saySpan } from './span'

test.each([
  [-5, '0 minutes'],
  [1, '1 minute'],
  [119.9, '119 minutes'],
  [120, '2 h'],
  [252, '4 h 12 min'],
  [48 * 60 - 1, '47 h 59 min'],
  [48 * 60, '2 days'],
  [51 * 60 + 20, '2 days 3 h'],
  [400 * 24 * 60, '400 days'],
])('%d minutes are said as %s', (minutes, words) => {
  expect(saySpan(minutes)).toBe(words)
})

test('what began a moment ago, or has not yet, lasts no minute', () => {
  const noon = new Date('2026-03-02T12:00:00Z')
  const before = (minutes: number) => new Date(noon.getTime() - minutes * 60_000)
  expect(saySince(before(0.9), noon)).toBe('0 minutes')
  expect(saySince(before(-10), noon)).toBe('0 minutes')
  expect(saySince(before(252), noon)).toBe('4 h 12 min')
})
