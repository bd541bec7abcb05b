import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchedIn } from './matched'

test.each([
  ['Try viagra today', 'viagra', 'viagra'],
  ['Try v i a g r a today', 'viagra', 'v i a g r a'],
  ['so, BUY\nnow! while it lasts', 'buy now', 'BUY\nnow!'],
  ['pharmacies, all of them', 'pharma*', 'pharmacies,'],
  ['viagra and viagra', 'viagra', 'viagra'],
])('in %j %j is found as %j', (source, entry, match) => {
  expect(matchedIn(source, entry)?.match).toBe(match)
})

test('what does not stand there is not found', () => {
  expect(matchedIn('spills', 'pills')).toBeNull()
  expect(matchedIn('', 'pills')).toBeNull()
})

test('whatever stands around it, the passage is the entry and nothing more', () => {
  const words = fc.array(fc.constantFrom('stone', 'winter', 'mayor', 'bridge'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const found = matchedIn([...before, 'old', 'ferry', ...after].join(' '), 'old ferry')
      expect(found?.match).toBe('old ferry')
      expect(found?.before.trim().split(' ').at(-1)).toBe(before.at(-1) ?? '')
    }),
  )
})
