import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Part } from '@/lib/difference'
import { wordsOfBlock } from './block-words'
import type { Block } from './body'
import { countTouched, type VersionText, versionDifference } from './version-difference'

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ text }] })
const version = (body: Block[], more: Partial<VersionText> = {}): VersionText => ({
  headline: 'Ferry sails again',
  standfirst: null,
  dateline: null,
  picture: null,
  pictureAlt: null,
  caption: null,
  body,
  ...more,
})
const [first, second, third] = [
  paragraph('a', 'The ferry sails again on Monday.'),
  paragraph('b', 'Two crews were trained over the winter.'),
  paragraph('c', 'Fares stay as they are.'),
] as const

test('a word that changed is told by its paragraph’s id; those that stayed are counted', () => {
  const after = version([first, paragraph('b', 'Three crews were trained over the winter.'), third])
  expect(versionDifference(version([first, second, third]), after).blocks).toEqual([
    { kind: 'same', count: 1 },
    {
      kind: 'changed',
      id: 'b',
      type: 'paragraph',
      parts: [
        { kind: 'removed', text: 'Two' },
        { kind: 'added', text: 'Three' },
        { kind: 'same', text: ' crews were trained over the winter.' },
      ],
    },
    { kind: 'same', count: 1 },
  ])
})

test('what came, went and moved stands where it stands, or stood', () => {
  const fresh = paragraph('d', 'A second ship is being built.')
  const kinds = (before: Block[], after: Block[]) =>
    versionDifference(version(before), version(after)).blocks.map((block) =>
      block.kind === 'same' ? block.count : [block.kind, block.id],
    )
  expect(kinds([first, second, third], [first, fresh, second, third])).toEqual([1, ['added', 'd'], 2])
  expect(kinds([first, second, third], [first, third])).toEqual([1, ['removed', 'b'], 1])
  expect(kinds([first, second, third], [third, first, second])).toEqual([['moved', 'c'], 2])
  expect(kinds([first, second], [second, fresh])).toEqual([['removed', 'a'], 1, ['added', 'd']])
})

test('paragraphs that were only numbered anew stayed', () => {
  const numbered = [
    paragraph('a', 'A new beginning.'),
    ...[first, second, third].map((b, i) => ({ ...b, id: 'bcd'[i] ?? '' })),
  ]
  const { blocks } = versionDifference(version([first, second, third]), version(numbered))
  expect(blocks).toEqual([
    { kind: 'added', id: 'a', type: 'paragraph', parts: [{ kind: 'added', text: 'A new beginning.' }] },
    { kind: 'same', count: 3 },
  ])
})

test('another text under the same id is another paragraph', () => {
  const other = paragraph('b', 'Weather permitting, says the harbour master.')
  expect(versionDifference(version([second]), version([other])).blocks.map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
  ])
})

test('a link that came is told, though every word is as it was', () => {
  const linked: Block = {
    ...second,
    type: 'paragraph',
    content: [{ text: wordsOfBlock(second), href: '/n/1' }],
  }
  expect(versionDifference(version([second]), version([linked])).blocks).toMatchObject([{ kind: 'restyled' }])
})

test('headline, standfirst, picture and caption are compared', () => {
  const before = version([first], { standfirst: 'After two winters', picture: 'one', caption: 'The quay' })
  const after = version([first], { headline: 'Ferry sails', picture: 'other', caption: 'The quay' })
  expect(versionDifference(before, after)).toMatchObject({
    lines: [{ name: 'headline' }, { name: 'standfirst', parts: [{ kind: 'removed' }] }],
    picture: 'replaced',
  })
})

test('nothing is lost of either body, whatever was done to it', () => {
  const word = fc.constantFrom('a', 'ferry', 'sails', 'again', 'Monday', '.')
  const block = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.array(word, { minLength: 1, maxLength: 5 }))
    .map(([id, words]) => paragraph(id, words.join(' ')))
  const body = fc.array(block, { maxLength: 6 })
  const said = (blocks: ReturnType<typeof versionDifference>['blocks'], without: Part['kind']) =>
    blocks.flatMap((each) =>
      each.kind === 'same'
        ? []
        : [
            each.parts
              .filter(({ kind }) => kind !== without)
              .map(({ text }) => text)
              .join(''),
          ],
    )
  fc.assert(
    fc.property(body, body, (before, after) => {
      const { blocks } = versionDifference(version(before), version(after))
      const same = blocks.reduce((sum, each) => sum + (each.kind === 'same' ? each.count : 0), 0)
      const shown = blocks.filter((each) => each.kind !== 'same')
      expect(same + shown.filter(({ kind }) => kind !== 'removed').length).toBe(after.length)
      expect(same + shown.filter(({ kind }) => kind !== 'added').length).toBe(before.length)
      const texts = new Set(after.map(wordsOfBlock))
      for (const text of said(
        blocks.filter(({ kind }) => kind !== 'removed'),
        'removed',
      ))
        expect(texts).toContain(text)
    }),
  )
})

test('a hundred thousand words that were all replaced are compared, which word by word with each other would not end', () => {
  const body = (letter: string) =>
    Array.from({ length: 2_000 }, (_, block) =>
      paragraph(
        `p${block}`,
        Array.from({ length: 50 }, (_, index) =>
          index % 3 === 0 ? 'the' : `${letter}${block}x${index}`,
        ).join(' '),
      ),
    )
  const one = [paragraph('long', Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' '))]
  const other = [
    paragraph(
      'long',
      Array.from({ length: 100_000 }, (_, index) => `${index % 2 ? 'a' : 'b'}${index}`).join(' '),
    ),
  ]
  expect(countTouched(versionDifference(version(body('a')), version(body('b'))))).toBe(2_000)
  expect(countTouched(versionDifference(version(one), version(other)))).toBe(1)
})
