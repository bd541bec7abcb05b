import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, type Print, printOf } from './simhash'

const text =
  'the council has decided to close the swimming pool for the whole winter, and nobody asked the schools or the clubs that train there every day.'
const print = (of: string): Print => {
  const found = printOf(of)
  if (!found) throw new Error('too short')
  return found
}

test('A24: a text with a word changed or something added has nearly the same print, and a piece in common', () => {
  const variants = [
    text.replace('winter', 'season'),
    `${text} 4711`,
    `hello! ${text}`,
    text.replaceAll(',', ' –'),
    text.replace('nobody', 'no one'),
  ]
  for (const variant of variants) {
    expect(distance(print(text), print(variant)), variant).toBeLessThanOrEqual(print(text).mostDistance)
    expect(
      print(text).pieces.some((piece) => print(variant).pieces.includes(piece)),
      variant,
    ).toBe(true)
  }
})

test('another text has another print', () => {
  const other =
    'tolls are not planned, said the mayor; we have paid already, she added, and went to lunch with the engineers of the bridge.'
  expect(distance(print(text), print(other))).toBeGreaterThan(16)
})

test('short texts have none: they are alike by chance', () => {
  expect(printOf('i agree with her, word for word.')).toBeNull()
})

test('texts of which one word of many was changed are found under a piece in common, and others hardly ever are', () => {
  const words = fc.array(
    fc.string({ minLength: 3, maxLength: 9, unit: fc.constantFrom(...'aeioubdfklmnrst') }),
    {
      minLength: 20,
      maxLength: 40,
    },
  )
  const counts = { tried: 0, missed: 0, mistaken: 0 }
  fc.assert(
    fc.property(words, words, fc.nat(), (one, other, pick) => {
      const changed = one.with(pick % one.length, 'season')
      const [first, second, third] = [one, changed, other].map((list) => print(list.join(' ')))
      const shares = (a?: Print, b?: Print) => a?.pieces.some((piece) => b?.pieces.includes(piece)) ?? false
      counts.tried += 1
      counts.missed += Number(!shares(first, second))
      counts.mistaken += Number(one.join() !== other.join() && shares(first, third))
    }),
    { numRuns: 500 },
  )
  expect(counts.missed / counts.tried).toBeLessThan(0.02)
  expect(counts.mistaken / counts.tried).toBeLessThan(0.02)
})
