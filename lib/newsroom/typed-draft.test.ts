import { expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { fromMarkdown } from '@/lib/articles/body-markdown'
import { emptyContent, longest } from './draft-content'
import { readTyped, typedOf } from './typed-draft'

const names = new Map([['lena-ilves', 'Lena Ilves']])
const full = {
  ...emptyContent('world'),
  headline: 'A bridge',
  body: fromParagraphs(['It stands.', 'It is long.']),
  bylines: ['lena-ilves', 'nobody-known'],
  tags: ['bridges', 'Kerava'],
  picture: { id: 7, alt: 'The bridge', caption: '', credit: 'Per Holm' },
  sources: [{ name: 'Minutes of the council', url: 'https://example.org/minutes' }, { name: 'A witness' }],
  related: [12, 5],
  language: 'ar',
  direction: 'rtl' as const,
}

test('what a form shows is read back as it was', () => {
  const read = readTyped(typedOf(full, names), names)
  expect(read?.content).toEqual({ ...full, body: [] })
  expect(fromMarkdown(read?.markdown ?? '', full.body)).toEqual(full.body)
})

test('authors are called by their names, in any case', () => {
  const read = readTyped({ ...typedOf(full, names), bylines: 'LENA ILVES' }, names)
  expect(read?.content.bylines).toEqual(['lena-ilves'])
})

test.each([
  ['pictureId', '-1'],
  ['prominence', '9'],
  ['section', ''],
])('%s is never %s', (field, text) => {
  expect(readTyped({ ...typedOf(full, names), [field]: text }, names)).toBeNull()
})

test('a text is taken up to the length that its box has, and no further', () => {
  for (const [name, most] of Object.entries(longest)) {
    // Of a language only the form counts: what has another is on its way to one.
    if (name === 'language') continue
    const typed = typedOf(full, names)
    expect([name, readTyped({ ...typed, [name]: 'a'.repeat(most) }, names) !== null]).toEqual([name, true])
    expect([name, readTyped({ ...typed, [name]: 'a'.repeat(most + 1) }, names)]).toEqual([name, null])
  }
})

test('what is half typed is not there yet, and keeps nothing else from being saved', () => {
  const half = { ...typedOf(full, names), related: '12, x', language: 'a' }
  expect(readTyped(half, names)?.content).toMatchObject({ related: [12], language: '', headline: 'A bridge' })
})

test('a source that is only an address is called by its beginning, however long it is', () => {
  const url = `https://council.example/${'a'.repeat(400)}`
  const read = readTyped({ ...typedOf(full, names), sources: url }, names)
  expect(read?.content.sources).toEqual([{ name: url.slice(0, 300), url }])
})

test('a form without one of its fields is none', () => {
  const { body: _, ...rest } = typedOf(full, names)
  expect(readTyped(rest, names)).toBeNull()
})
