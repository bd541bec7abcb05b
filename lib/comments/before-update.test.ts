import { expect, test } from 'vitest'
import { firstUpdateAfter } from './before-update'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))

test('a comment was written before the first update that came after it', () => {
  const updates = [at(9), at(14), at(18)]
  expect(firstUpdateAfter(at(8), updates)).toEqual(at(9))
  expect(firstUpdateAfter(at(10), updates)).toEqual(at(14))
  expect(firstUpdateAfter(at(19), updates)).toBeNull()
})

test('one written in the moment of an update knew it; without updates there is none', () => {
  expect(firstUpdateAfter(at(14), [at(9), at(14)])).toBeNull()
  expect(firstUpdateAfter(at(8), [])).toBeNull()
})
