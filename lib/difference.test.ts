import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, type Part } from './difference'

const without = (parts: Part[], kind: Part['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('what changed is told by the word', () => {
  expect(differenceOf('It took two winters.', 'It took three winters, all told.')).toEqual([
    { kind: 'same', text: 'It took ' },
    { kind: 'removed', text: 'two' },
    { kind: 'added', text: 'three' },
    { kind: 'same', text: ' winters' },
    { kind: 'added', text: ', all told' },
    { kind: 'same', text: '.' },
  ])
})

test('both wordings are in it, word for word', () => {
  const text = fc
    .array(fc.constantFrom('a', 'winter', ' ', '\n', 'é', '単語', '.', '🌉'), { maxLength: 60 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = differenceOf(before, after)
      expect(without(parts, 'added')).toBe(before)
      expect(without(parts, 'removed')).toBe(after)
    }),
  )
})

test('two texts of five thousand characters that share nothing are not compared to the end', () => {
  const text = (letter: string) =>
    Array.from({ length: 1_000 }, (_, index) => `${letter}${index}`)
      .join(letter)
      .slice(0, 5_000)
  const [before, after] = [text('a '), text('b ')]
  expect(differenceOf(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})

test('words that gave way to others side by side are one change', () => {
  expect(differenceOf('It was set this morning.', 'It was set at noon.')).toEqual([
    { kind: 'same', text: 'It was set ' },
    { kind: 'removed', text: 'this morning' },
    { kind: 'added', text: 'at noon' },
    { kind: 'same', text: '.' },
  ])
  expect(differenceOf('It fell.', 'It fell very far down.')).toEqual([
    { kind: 'same', text: 'It fell' },
    { kind: 'added', text: ' very far down' },
    { kind: 'same', text: '.' },
  ])
})
