import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainNote, readNote } from './note'

test('a note has emphasis and links, and each of its lines is a paragraph', () => {
  expect(
    readNote(
      'It was *four*, not **five**.\nAs [the council](https://council.example/12) says.\n\nhttps://a.example',
    ),
  ).toEqual([
    [
      { text: 'It was ' },
      { text: 'four', emphasis: true },
      { text: ', not ' },
      { text: 'five', strong: true },
      { text: '.' },
    ],
    [{ text: 'As ' }, { text: 'the council', href: 'https://council.example/12' }, { text: ' says.' }],
    [{ text: 'https://a.example', href: 'https://a.example' }],
  ])
})

test('what is more than a note stays as it was typed', () => {
  for (const typed of [
    '# Four',
    '- four',
    '1. four',
    '> four',
    '<b>four</b>',
    '&lt;four&gt;',
    '`four`',
    '4 * 4 = 16 * 1',
    'snake_case_words',
    '---',
  ])
    expect(readNote(typed)).toEqual([[{ text: typed }]])
})

test('a link that may lead nowhere is its words, and a picture is its link', () => {
  expect(readNote('[here](javascript:alert(1))')).toEqual([[{ text: 'here' }]])
  expect(plainNote('![a map](https://a.example/map.png)')).toBe('a map')
})

test('words without marks come out as they went in', () => {
  const line = fc
    .stringMatching(/^[A-Za-z0-9 ,.;:'"“”?!–—()äßéسلام]{1,80}$/)
    .filter((text) => /\w/.test(text))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const tidy = lines.map((text) => text.trim().replace(/ +/g, ' '))
      expect(plainNote(lines.join('\n'))).toBe(tidy.join('\n'))
      // With a mark behind them they are looked through, and are the same.
      expect(readNote(lines.map((text) => `${text} **end**`).join('\n'))).toEqual(
        tidy.map((text) => [{ text: `${text} ` }, { text: 'end', strong: true }]),
      )
    }),
  )
})

test('of nothing but marks there is no note', () => {
  expect(plainNote('[](https://a.example)')).toBe('')
})
