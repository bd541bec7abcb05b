import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '@/lib/comments/text'
import { matchWords } from './word-matcher'

const found = (text: string, ...entries: string[]) => matchWords(entries).find(normalise(text))

test('entries are found as whole words, phrases across any gap, and beginnings with a star', () => {
  expect(found('Cheap pills here', 'pills')).toEqual(['pills'])
  expect(found('spills', 'pills')).toEqual([])
  expect(found('pillson', 'pills')).toEqual([])
  expect(found('buy\n  NOW, pills', 'buy now')).toEqual(['buy now'])
  expect(found('pharmacies', 'pharma*')).toEqual(['pharma*'])
  expect(found('biopharma', 'pharma*')).toEqual([])
  expect(found('激安薬局です', '薬局')).toEqual(['薬局'])
  expect(found('anything', '', '  ', '!!')).toEqual([])
})

test('entries inside each other are all found', () => {
  expect(found('a hers b', 'he', 'hers', 'a hers').sort()).toEqual(['a hers', 'hers'])
})

test.each([
  ['zero-width characters', 'via\u200bgra'],
  ['a soft hyphen', 'via\u00adgra'],
  ['letters of other alphabets', 'vіаgrа'],
  ['Greek letters', 'νiαgrα'],
  ['full-width letters', 'ｖｉａｇｒａ'],
  ['mathematical letters', '𝓿𝓲𝓪𝓰𝓻𝓪'],
  ['digits for letters', 'v1agr4'],
  ['signs for letters', 'vi@gra'],
  ['spaces between', 'v i a g r a'],
  ['dots between', 'v.i.a.g.r.a'],
  ['accents', 'vïágrà'],
  ['long letters', 'viaaaaagraaa'],
  ['capitals', 'VIAGRA!!!'],
])('A21: a word is found behind %s', (_how, text) => {
  expect(found(`Try ${text} today`, 'viagra')).toEqual(['viagra'])
})

// At a square of the length each of these would take hours, and the test's own limit would end it.
test('A20: five thousand entries and half a million characters are read in one go, whatever the text', () => {
  const entries = Array.from(
    { length: 5_000 },
    (_, index) => `${'a'.repeat(index % 40)}b${index.toString(36)} c${index}`,
  )
  const matcher = matchWords([...entries, `${'ab'.repeat(500)}`])
  for (const seed of ['a', 'ab ', 'a b ', 'b1 c1 ', 'ａ', 'а ', '1!@ ', 'a'.repeat(39), '\u0301a'])
    matcher.find(normalise(seed.repeat(500_000).slice(0, 500_000)))
})

test('whatever stands around it, an entry is found, and only where it stands', () => {
  const word = fc.constantFrom('ferry', 'stone', 'winter', 'mayor', 'bridge', 'band')
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      (text, entries) => {
        expect(found(text.join(' '), ...entries).sort()).toEqual(
          entries.filter((entry) => text.includes(entry)).sort(),
        )
      },
    ),
  )
})
