import { expect, test } from 'vitest'
import { readNote } from '@/lib/articles/note'
import { linked, marked } from './mark'

const chosen = { text: 'It was four.', from: 7, to: 11 }

test('a mark is put around what is chosen, and taken away by the same press', () => {
  for (const mark of ['*', '**'] as const) {
    const once = marked(chosen, mark)
    expect(once.text).toBe(`It was ${mark}four${mark}.`)
    expect(once.text.slice(once.from, once.to)).toBe('four')
    expect(marked(once, mark)).toEqual(chosen)
  }
})

test('what is strong can be emphasised, too, and either be taken away alone', () => {
  const both = marked(marked(chosen, '**'), '*')
  expect(both.text).toBe('It was ***four***.')
  expect(marked(both, '*').text).toBe('It was **four**.')
  expect(marked(both, '**').text).toBe('It was *four*.')
})

test('what is chosen becomes a link, whatever is in the address', () => {
  const { text } = linked(chosen, 'https://a.example/x_(y)?z=1 2')
  expect(readNote(text)[0]).toEqual([
    { text: 'It was ' },
    { text: 'four', href: 'https://a.example/x_%28y%29?z=1%202' },
    { text: '.' },
  ])
  expect(linked({ text: 'See ', from: 4, to: 4 }, 'https://a.example/').text).toBe('See https://a.example/')
})
