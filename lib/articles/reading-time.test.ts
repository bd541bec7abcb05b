import { expect, test } from 'vitest'
import { fromParagraphs } from './body'
import { readingMinutes, wholeYears } from './reading-time'

test('a text takes as long as it has words, or letters where these part none', () => {
  expect(readingMinutes(fromParagraphs(['Short.']))).toBe(1)
  expect(
    readingMinutes(fromParagraphs([Array(460).fill('word').join(' '), Array(230).fill('word').join(' ')])),
  ).toBe(3)
  expect(readingMinutes(fromParagraphs(['新'.repeat(2_000)]))).toBe(4)
})

test('a year is over on its day', () => {
  const day = { year: 2020, month: 11, day: 25 }
  expect(wholeYears(day, { year: 2021, month: 11, day: 24 })).toBe(0)
  expect(wholeYears(day, { year: 2021, month: 11, day: 25 })).toBe(1)
  expect(wholeYears(day, { year: 2019, month: 1, day: 1 })).toBe(0)
})
