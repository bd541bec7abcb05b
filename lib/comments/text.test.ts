import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestComment, normalise, readCommentText } from './text'

test('what was typed is kept to the character, but for line ends and the space around it', () => {
  const read = readCommentText('  “Well,”  she said…\r\n\r\nAnd left. \n')
  expect(read).toMatchObject({ ok: true, value: { source: '“Well,”  she said…\n\nAnd left.' } })
})

test.each([
  '',
  '   ',
  '\n\t\r\n',
  '\u200b\u200d\ufeff',
  '\u00ad\u2060',
  '\u3164\u115f',
  '\u2800\u2800',
  '\u202e\u202c',
  '\ufe0f',
])('%j shows nothing and is refused', (typed) => {
  expect(readCommentText(typed)).toEqual({ ok: false, error: 'blank' })
})

test.each(['!', '👍', '…', '日', '½'])('%j is a comment', (typed) => {
  expect(readCommentText(typed).ok).toBe(true)
})

test('five thousand characters are enough, one more is too long; an astral character counts as one', () => {
  expect(readCommentText('🐋'.repeat(longestComment)).ok).toBe(true)
  expect(readCommentText('🐋'.repeat(longestComment + 1))).toEqual({ ok: false, error: 'too-long' })
})

test.each(['half a pair \ud83d', 'lost \ufffd letter', 'nul \0 byte'])(
  '%j is refused as unreadable',
  (typed) => {
    expect(readCommentText(typed)).toEqual({ ok: false, error: 'unreadable' })
  },
)

test('disguises come off before the checks read', () => {
  expect(normalise('Ｆｒ\u200bｅｅ\u00ad  MON\u2060EY')).toBe('free money')
})

test('reading never throws, and reading twice is reading once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const once = readCommentText(typed)
      if (once.ok) expect(readCommentText(once.value.source)).toEqual(once)
    }),
  )
})
