import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestComment, readCommentText } from '@/lib/comments/text'
import { countLetters, stepOf } from './letters'

test('the browser counts as the site does: what it lets go is never too long there, and the other way round', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((end) => end.toWellFormed().replace(/[\0\ufffd]/g, ''))
  const filler = fc.integer({ min: longestComment - 70, max: longestComment + 10 })
  fc.assert(
    fc.property(text, filler, fc.constantFrom('\n', '\r\n', '🌉', 'a'), (end, length, unit) => {
      const typed = `  a${unit.repeat(length)}${end}z\n`
      const read = readCommentText(typed)
      expect(countLetters(typed) > longestComment).toBe(!read.ok && read.error === 'too-long')
    }),
  )
})

test('the characters that are left are said at a few steps only', () => {
  const said = Array.from({ length: 502 }, (_, index) => stepOf(500 - index, 500))
  expect([...new Set(said)]).toEqual([500, 100, 20, 0, -1])
  expect(stepOf(501, 500)).toBeNull()
})
