import { expect, test } from 'vitest'
import { waited } from './waited'

const noon = new Date('2026-03-02T12:00:00Z')
const after = (minutes: number) => waited(noon, new Date(noon.getTime() + minutes * 60_000))

test.each([
  [-5, 'minutes', 0],
  [0, 'minutes', 0],
  [119.9, 'minutes', 119],
  [120, 'hours', 2],
  [299, 'hours', 4],
  [48 * 60 - 1, 'hours', 47],
  [48 * 60, 'days', 2],
  [400 * 24 * 60, 'days', 400],
] as const)('after %d minutes something has waited %s: %d', (minutes, unit, count) => {
  expect(after(minutes)).toEqual({ unit, count })
})
