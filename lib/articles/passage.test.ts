import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locate, type Passage, passageOf, searchable } from './passage'

const article = [
  'The last stone of the bridge was set this morning, after four winters and one summer of work.',
  'Nobody fell. The engineers had promised as much when they began, and few had believed them.',
  'The town will cross it for the first time on Sunday, on foot, behind the band of the fire brigade.',
  'Tolls are not planned, said the mayor. “We have paid already,” she added, and went to lunch.',
]
const find = (paragraphs: string[], passage: Passage) => locate(searchable(paragraphs), passage)
const about = (quote: string, prefix = '', suffix = ''): Passage => ({ quote, prefix, suffix })

test('a passage is found word for word, and whatever its spacing, case and punctuation', () => {
  expect(find(article, about('few had believed them'))).toBe(null)
  expect(find(article, about('few had believed them', 'when they began, and', ''))).toBe(1)
  expect(find(article, about('The TOWN will\n cross it, for the first time'))).toBe(2)
  expect(find(article, about('"We have paid already" she added'))).toBe(3)
})

test('a few words that stand in several places need the words around them', () => {
  expect(find(article, about('The'))).toBeNull()
  expect(find(article, about('the', 'behind', 'band of the fire brigade'))).toBe(2)
  expect(
    find(['It rained.', 'It rained.', 'It rained. Then it stopped.'], about('It rained', '', 'Then it')),
  ).toBe(2)
})

test('small edits inside do not lose it, and what was rewritten is lost', () => {
  const quote = article[0] ?? ''
  const edited = [
    'The last stone of the new bridge was set on Monday, after four winters and one summer of work.',
    ...article.slice(1),
  ]
  expect(find(edited, about(quote))).toBe(0)
  expect(
    find(['A bridge was opened by the mayor, who spoke for an hour.', ...article.slice(1)], about(quote)),
  ).toBeNull()
})

test('scripts that part no words are found, too', () => {
  const paragraphs = ['橋の最後の石が今朝置かれた。四つの冬がかかった。', '誰も落ちなかった。']
  expect(find(paragraphs, about('最後の石が今朝'))).toBe(0)
  expect(find(paragraphs, about('昨日の雨は長かった'))).toBeNull()
})

test('strictly, only the very words are found', () => {
  const edited = searchable([
    'The last stone of the new bridge was set on Monday, after four winters and one summer.',
  ])
  expect(locate(edited, about(article[0] ?? ''), true)).toBeNull()
  expect(locate(searchable(article), about('nobody fell'), true)).toBe(1)
})

test('a long paragraph is known by its beginning', () => {
  const long = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ')
  const passage = passageOf(long)
  expect(passage.quote.length).toBeLessThanOrEqual(500)
  expect(passage.suffix.length).toBeLessThanOrEqual(100)
  expect(find([article[0] ?? '', long], passage)).toBe(1)
})

const vocabulary = [
  'bridge',
  'stone',
  'winter',
  'river',
  'mayor',
  'band',
  'toll',
  'night',
  'engineer',
  'rope',
  'the',
  'a',
  'of',
  'and',
  'was',
  'to',
]
/** Paragraphs of common words, each with a few of its own. */
const paragraphs = fc
  .array(fc.array(fc.constantFrom(...vocabulary), { minLength: 12, maxLength: 40 }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((list) =>
    list.map((words, index) => words.map((word, at) => (at % 4 === 1 ? `${word}${index}` : word)).join(' ')),
  )
const whole = fc.tuple(paragraphs, fc.nat()).map(([list, pick]) => ({ list, index: pick % list.length }))

test('a passage survives edits elsewhere and its paragraph’s move', () => {
  fc.assert(
    fc.property(whole, fc.nat(), ({ list, index }, shift) => {
      const passage = passageOf(list[index] ?? '')
      const others = list.map((text, at) => (at === index ? text : `${text} and it was edited since`))
      const moved = [...others.slice(shift % list.length), ...others.slice(0, shift % list.length)]
      expect(moved[find(moved, passage) ?? -1]).toBe(list[index])
    }),
  )
})

test('a passage survives a word changed in it', () => {
  fc.assert(
    fc.property(whole, fc.nat(), ({ list, index }, pick) => {
      const words = (list[index] ?? '').split(' ')
      words[pick % words.length] = 'rewritten'
      const edited = list.map((text, at) => (at === index ? words.join(' ') : text))
      expect(find(edited, passageOf(list[index] ?? ''))).toBe(index)
    }),
  )
})

test('a passage never goes to another paragraph when its own is gone', () => {
  fc.assert(
    fc.property(whole, ({ list, index }) => {
      expect(find(list.toSpliced(index, 1), passageOf(list[index] ?? ''))).toBeNull()
    }),
  )
})
