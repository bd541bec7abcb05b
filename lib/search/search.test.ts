import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestSearch, readSearch } from './search'

const nothing = { wanted: [], unwanted: [], section: null, author: null, after: null, before: null }

test('words, phrases and what is not to be in it', () => {
  expect(readSearch('ferry “harbour bridge” -storm -"night train" co-operative', 'UTC')).toEqual({
    ...nothing,
    wanted: ['ferry', 'harbour bridge', 'co-operative'],
    unwanted: ['storm', 'night train'],
  })
})

test('filters, by name or slug, and dates in the site’s zone', () => {
  expect(
    readSearch('Section:World author:"Ada Brandvold" after:2020 before:2020-11-25', 'Europe/Berlin'),
  ).toEqual({
    ...nothing,
    section: 'world',
    author: 'ada-brandvold',
    after: new Date('2019-12-31T23:00:00Z'),
    before: new Date('2020-11-24T23:00:00Z'),
  })
})

test.each([
  ['author:"سعيد"', 'سعيد'],
  ['author:"سعيد  (محمد)"', 'سعيد محمد'],
  ['author:"Łukasz Nowak"', 'Łukasz Nowak'],
  ['author:"Ana Marín"', 'ana-marin'],
])('a name that no slug can hold stays its words: %s', (text, author) => {
  expect(readSearch(text, 'UTC')).toEqual({ ...nothing, author })
})

test('what is no filter is a word', () => {
  expect(readSearch('before:yesterday after:2020-13 author:* "section:world" note:x', 'UTC')).toEqual({
    ...nothing,
    wanted: ['before:yesterday', 'after:2020-13', 'author:*', 'section:world', 'note:x'],
  })
})

test('a quotation mark that is never closed holds to the end', () => {
  expect(readSearch('ferry "harbour bridge', 'UTC').wanted).toEqual(['ferry', 'harbour bridge'])
})

test('anything is read, at once, into no more than it may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const { wanted, unwanted } = readSearch(text, 'UTC')
      const all = [...wanted, ...unwanted]
      expect(all.length).toBeLessThanOrEqual(40)
      expect([...all.join('')].length).toBeLessThanOrEqual(longestSearch)
      expect(all.every((term) => term.isWellFormed() && !/\p{Cc}/u.test(term))).toBe(true)
    }),
  )
  // In more than linear time this test would not end.
  expect(readSearch('-"'.repeat(1_000_000), 'UTC').wanted).toEqual([])
})
