import { expect, test } from 'vitest'
import { prose } from './prose'

test('paragraphs are parted by a blank line and may be wrapped', () => {
  expect(prose('\nOne\ntwo.\n\nThree.\n')).toEqual([
    { type: 'paragraph', content: [{ text: 'One two.' }] },
    { type: 'paragraph', content: [{ text: 'Three.' }] },
  ])
})

test('a subheading, a quotation with its speaker, and one without', () => {
  expect(prose('## Why\n\n> So it was.\n> — Ada\n\n> Nobody said.')).toEqual([
    { type: 'subheading', content: [{ text: 'Why' }] },
    { type: 'quotation', content: [{ text: 'So it was.' }], speaker: 'Ada' },
    { type: 'quotation', content: [{ text: 'Nobody said.' }] },
  ])
})

test('a table has its header first, and perhaps a caption before that', () => {
  const header = [[{ text: 'a' }], [{ text: 'b', strong: true }]]
  const rows = [[[{ text: '1' }], [{ text: '2' }]]]
  expect(prose('| a | **b** |\n| 1 | 2 |')).toEqual([{ type: 'table', header, rows }])
  expect(prose('What\n| a | **b** |\n| 1 | 2 |')).toEqual([{ type: 'table', caption: 'What', header, rows }])
})

test('lists keep their order and their kind', () => {
  expect(prose('- a\n- b\n\n1. c\n2. d')).toEqual([
    { type: 'list', items: [[{ text: 'a' }], [{ text: 'b' }]] },
    { type: 'list', ordered: true, items: [[{ text: 'c' }], [{ text: 'd' }]] },
  ])
})

test('emphasis, strong words and links are marked, and the words around them are kept', () => {
  expect(prose('The *Maiden* and **all** of [it](/news/1).')).toEqual([
    {
      type: 'paragraph',
      content: [
        { text: 'The ' },
        { text: 'Maiden', emphasis: true },
        { text: ' and ' },
        { text: 'all', strong: true },
        { text: ' of ' },
        { text: 'it', href: '/news/1' },
        { text: '.' },
      ],
    },
  ])
})
