import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allButOne } from './all-but-one'
import { farthest, firstReach, nextReach } from './reach'

const total = 1_000_000

test('a rare word is looked for everywhere at once, a common one among the newest', () => {
  expect(firstReach({ atMost: 300, about: 300, words: 1 }, 1_500, total)).toBeNull()
  expect(firstReach({ atMost: 5_000, about: 2, words: 8 }, 1_500, total)).toBeNull()
  expect(firstReach({ atMost: total, about: total, words: 1 }, 1_500, total)).toBe(3_000)
})

test('whatever is found, windows grow and come to an end', () => {
  const count = fc.integer({ min: 0, max: total })
  fc.assert(
    fc.property(
      count,
      fc.integer({ min: 1, max: 40 }),
      fc.array(count, { minLength: 8 }),
      (atMost, words, found) => {
        const expected = { atMost, about: atMost, words }
        let size = firstReach(expected, 1_500, total)
        for (const each of found) {
          if (size === null) return
          expect(size).toBeLessThanOrEqual(farthest)
          const next = nextReach(size, Math.min(each, 299), 300, expected, total)
          if (next === 'none') return
          if (next !== null) expect(next).toBeGreaterThan(size)
          size = next
        }
        expect.fail('there was always another window')
      },
    ),
  )
})

test('all but one of some parts is what lacks one at most', () => {
  const present = fc.array(fc.boolean(), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(present, (there) => {
      const query = allButOne(there.map((_, place) => `'${place}'`))
      expect(isTrue(query, there)).toBe(there.filter((each) => !each).length <= 1)
    }),
  )
  expect(allButOne(Array.from({ length: 40 }, () => "'w'")).split("'").length).toBeLessThan(600)
})

/** Reads &, | and brackets, from left to right. */
function isTrue(query: string, there: readonly boolean[]): boolean {
  const signs = query.match(/[&|()]|\d+/g) ?? []
  const sum = (): boolean => {
    let value = product()
    while (signs[0] === '|') {
      signs.shift()
      const right = product()
      value = value || right
    }
    return value
  }
  const product = (): boolean => {
    let value = atom()
    while (signs[0] === '&') {
      signs.shift()
      const right = atom()
      value = value && right
    }
    return value
  }
  const atom = (): boolean => {
    const sign = signs.shift()
    if (sign !== '(') return there[Number(sign)] ?? false
    const value = sum()
    signs.shift()
    return value
  }
  return sum()
}
