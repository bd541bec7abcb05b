import { describe, expect, test } from 'vitest'
import { type Block, fromParagraphs } from '@/lib/articles/body'
import { type DraftContent, emptyContent } from './draft-content'
import { blocking, check, type Facts } from './pre-publication'

const facts: Facts = {
  ...{ legalFlag: false, sameHeadline: [], hiddenRelated: [], pictureCredit: '', creditsInside: new Map() },
  now: new Date('2026-11-27T06:00:00Z'),
}
const hash = '0f'.repeat(16)
const lead = { id: 1, alt: 'A bridge', caption: '', credit: 'Ana Marin' }
const inside = (over: Partial<Block & { type: 'picture' }> = {}): Block => ({
  ...{ type: 'picture', id: 'p9', hash, alt: 'Boats', credit: 'Ben' },
  ...over,
})
const whole: DraftContent = {
  ...emptyContent('culture'),
  headline: 'A bridge is built',
  standfirst: 'It took four winters and one summer to cross the river.',
  body: fromParagraphs(['It stands.']),
  bylines: ['ana-marin'],
}

function found(over: Partial<DraftContent>, about: Partial<Facts> = {}) {
  return check({ ...whole, ...over }, { ...facts, ...about })
}
const saying = (text: string) => found({ body: fromParagraphs([text]) })

test('nothing is said of an article that has everything', () => {
  expect(found({})).toEqual([])
  expect(found({ picture: lead, body: [...whole.body, inside()] })).toEqual([])
})

describe('what must be mended', () => {
  test.each([
    ['no headline', { headline: ' ' }, { rule: 'no-headline' }],
    ['no text', { body: [] }, { rule: 'no-body' }],
    ['a lead picture without its text', { picture: { ...lead, alt: ' ' } }, { rule: 'no-alt' }],
    [
      'a picture in the text without its own',
      { body: [...whole.body, inside(), inside({ id: 'p10', alt: ' ' })] },
      { rule: 'no-alt-inside', detail: '2' },
    ],
  ])('%s', (_what, over, finding) => expect(found(over)).toEqual([{ level: 'block', ...finding }]))

  test('what waits for a lawyer', () => {
    expect(found({}, { legalFlag: true })).toEqual([{ rule: 'legal-flag', level: 'block' }])
  })
})

describe('what to think of', () => {
  const uncredited = { ...inside(), credit: ' ' }
  test.each([
    ['a headline that a phone cuts', { headline: 'a'.repeat(111) }, { rule: 'long-headline' }],
    ['no standfirst', { standfirst: ' ' }, { rule: 'no-standfirst' }],
    ['a standfirst of a few words', { standfirst: ` ${'a'.repeat(39)} ` }, { rule: 'short-standfirst' }],
    ['a long standfirst', { standfirst: 'a'.repeat(301) }, { rule: 'long-standfirst' }],
    ['a lead picture without a credit', { picture: { ...lead, credit: '' } }, { rule: 'no-credit' }],
    [
      'a picture in the text without one',
      { body: [...whole.body, uncredited] },
      { rule: 'no-credit-inside', detail: '1' },
    ],
    ['nobody who wrote it', { bylines: [] }, { rule: 'no-byline' }],
    [
      'a lone quotation mark',
      { headline: 'A “bridge is built' },
      { rule: 'quotation-marks', detail: 'A “bridge is built' },
    ],
  ])('%s', (_what, over, finding) => expect(found(over)).toEqual([{ level: 'warn', ...finding }]))

  test('lengths are told from what lies just within them', () => {
    expect(found({ headline: 'a'.repeat(110), standfirst: 'a'.repeat(40) })).toEqual([])
    expect(found({ standfirst: 'a'.repeat(300) })).toEqual([])
  })

  test("the library's credit is a credit", () => {
    const over = { picture: { ...lead, credit: '' }, body: [...whole.body, uncredited] }
    const about = { pictureCredit: 'Ana Marin', creditsInside: new Map([[hash, 'Ben']]) }
    expect(found(over, about)).toEqual([])
  })

  test('other articles: each of them', () => {
    expect(found({}, { sameHeadline: [7], hiddenRelated: [8, 9] })).toEqual([
      { rule: 'same-headline', level: 'warn', detail: '7' },
      { rule: 'hidden-related', level: 'warn', detail: '8' },
      { rule: 'hidden-related', level: 'warn', detail: '9' },
    ])
  })

  test('the same slip is said once', () => {
    expect(found({ body: fromParagraphs(['On 31 April.', 'Again on 31 April.']) })).toHaveLength(1)
  })
})

describe('dates', () => {
  test.each([
    ['It opens on 31 February 2027.', '31 February 2027'],
    ['It opens on 31 April.', '31 April'],
    ['It opens on the 31st of June.', '31st of June'],
    ['It opened on 29 February 2023.', '29 February 2023'],
    ['It opens on February 30, 2027.', 'February 30, 2027'],
    ['It opens on November 31.', 'November 31'],
    ['It opens on 0 May.', '0 May'],
    ['From 2026-02-30 on.', '2026-02-30'],
    ['From 2026-13-01 on.', '2026-13-01'],
  ])('%s There is no such day', (text, detail) =>
    expect(saying(text)).toEqual([{ rule: 'date-impossible', level: 'warn', detail }]),
  )

  test.each([
    ['On Monday, 27 November 2026, it opens.', 'Monday, 27 November 2026 (Friday)'],
    ['On Monday 27 Nov. 2026 it opens.', 'Monday 27 Nov. 2026 (Friday)'],
    ['On Friday, November 26, 2026, it opens.', 'Friday, November 26, 2026 (Thursday)'],
    ['On Friday the 20th of July 1969 they landed.', 'Friday the 20th of July 1969 (Sunday)'],
  ])('%s That is another weekday', (text, detail) =>
    expect(saying(text)).toEqual([{ rule: 'date-weekday', level: 'warn', detail }]),
  )

  test('a year far away', () => {
    expect(saying('On 12 March 2062 it closes.')).toEqual([
      { rule: 'date-far', level: 'warn', detail: '2062' },
    ])
  })

  test.each([
    'On Friday, 27 November 2026, it opens.',
    'On Friday, November 27, 2026, it opens.',
    'On Monday, 27 November, it opens.',
    'It was 29 February 2024, and 29 February will come again.',
    'In April 31 people came; in February 30 did.',
    'In 1789, on 14 July, and on 31 December 1999.',
    'By 12 March 2056.',
    'Of 1,045 May blossoms and 12.45 March sheep.',
    'The number is 2026-02-30-17.',
  ])('%s Nothing is wrong', (text) => expect(saying(text)).toEqual([]))
})

test('an administrator may publish past what blocks, but never without a headline or a text', () => {
  const findings = [
    ...found({ headline: '', body: [], picture: { ...lead, alt: '' }, bylines: [] }, { legalFlag: true }),
    ...found({ body: [...whole.body, inside({ alt: '' })] }),
  ]
  const rules = (maySayNo: boolean) => blocking(findings, maySayNo).map(({ rule }) => rule)
  expect(rules(false)).toEqual(['no-headline', 'no-body', 'no-alt', 'legal-flag', 'no-alt-inside'])
  expect(rules(true)).toEqual(['no-headline', 'no-body'])
})
