import { describe, expect, test } from 'vitest'
import { countWords } from './page-words'
import { findHeadline } from './wire-headline'

const context = [
  'Harbour workers from Lowport met Mayor Varga, DeLuca and McBride of the EU on Sunday.',
  'The FAO and the US had asked Varga for the figures of 2019.',
]

function read(line: string) {
  return findHeadline(line, true, countWords([line, ...context]))
}

/** Each line is written with a bar where the headline ends. */
const runOn = [
  ['a word in small letters', 'Lowport to build a second bridge|The council voted for it on Sunday evening.'],
  [
    'a name',
    'Harbour fees to rise next year, says Varga|Speaking to workers on Sunday, the mayor was brief.',
  ],
  ['an abbreviation', 'Grain will reach Lowport by sea, says US|The first ship is to leave port on Sunday.'],
  [
    'an abbreviation with full stops',
    'Two ships leave for the U.S.|The captains expect a calm journey this week.',
  ],
  [
    'two abbreviations',
    'Varga takes grain figures to US|FAO officials were not told of the visit, they say.',
  ],
  ['a disease and its year', 'Schools to test for COVID-19|The tests begin on Sunday, the mayor has said.'],
  ['a year', 'No ferry sank in all of 2019|Varga’s office counted eleven small accidents, though.'],
  ['a per cent sign', 'Bread dearer by 5%|A loaf now costs more than it has in ten years, bakers say.'],
  ['a question mark', 'Who will clean the beaches?|Volunteers have asked the mayor the same for years.'],
  ['a curly closing mark', 'Varga calls the fees “a mistake”|The mayor spoke to workers on Sunday.'],
  ['a straight closing mark', 'Varga calls the fees "a mistake"|The mayor spoke to workers on Sunday.'],
  ['a single closing mark', "Varga calls the fees 'a mistake'|The mayor spoke to workers on Sunday."],
  ['a bracket', 'Storm takes a roof in Lowport (photos)|Nobody was hurt, the harbour office says.'],
  ['a name with a capital inside', 'Council votes for DeLuca|The new head of the port begins on Sunday.'],
  [
    'a name that the paragraph repeats',
    'Port inquiry hears McBride|McBride told the council of the accident.',
  ],
  ['a brand', 'Ferry tickets now sold on the iPhone|A clerk will stay at the pier, though, for all others.'],
  ['a word before a curly quotation', 'Workers turn down new shifts|“We sleep at night,” one of them said.'],
  [
    'a word before a straight quotation',
    'Workers turn down new shifts|"We sleep at night," one of them said.',
  ],
  ['a quotation before another', 'Varga: “No more shifts”|“We will wait,” the mayor said to the workers.'],
  [
    'a word before a number',
    'Ferry runs aground near Lowport|20 people were brought to the shore by fishermen.',
  ],
  ['a word before an abbreviation', 'Grain prices fall|US President and farmers were to meet on Sunday.'],
  ['a word before "A"', 'Grain prices fall in Lowport|A sack now costs less than a loaf of bread.'],
  [
    'a word before an agency in brackets',
    'Grain prices fall in Lowport|(AP) — A sack now costs less than bread.',
  ],
  ['a word before a dateline', 'Grain prices fall again|LOWPORT, May 3 — A sack now costs less than bread.'],
  [
    'a plural abbreviation further left',
    'Nine MPs leave Lowport|The party said on Sunday that it would go on.',
  ],
  ['all capitals', 'GRAIN PRICES FALL|The price of a sack fell on Sunday for the ninth time.'],
  ['a paragraph that ends with a colon', 'Varga speaks to workers|The mayor said on Sunday:'],
] as const

describe('a headline run into its first paragraph ends after', () => {
  test.each(runOn)('%s', (_what, marked) => {
    const [headline = '', paragraph = ''] = marked.split('|')
    expect(read(headline + paragraph)).toMatchObject({ headline, paragraph })
  })

  test('the first of two words, when the paragraph lacks a space of its own', () => {
    const line = 'Harbour fees to rise, Varga saysThe mayor told the workers“We must pay for the bridge.”'
    expect(read(line)?.headline).toBe('Harbour fees to rise, Varga says')
  })

  test('another word when the same name is known from the rest of the page', () => {
    const line = 'Harbour office trusts NorthSeaThe company will build the new pier on its own account.'
    expect(findHeadline(line, true, countWords([line, 'NorthSea is a company.']))?.headline).toBe(
      'Harbour office trusts NorthSea',
    )
  })
})

describe('a headline has its line to itself', () => {
  test.each([
    'YouTube takes down a film about McBride',
    'Ferry to Lowport runs again, DeLuca says',
    'MPs ask NGOs for help with COVID-19 tests',
    'Bread dearer by 5% than in 2019',
    'Who will clean the beaches?',
    'Varga: “No more shifts”',
    "O'Hara and D'Angelo share the prize",
    'A 3D map of the G20 city, made on a MacBook',
  ])('%s', (line) => {
    expect(read(line)).toMatchObject({ headline: line, paragraph: null })
  })
})

describe('how sure it is', () => {
  test('certain, when a known name runs into a common opening', () => {
    expect(read('Harbour fees to rise, says VargaThe mayor was brief on Sunday evening.')?.sureness).toBe(
      'certain',
    )
  })

  test('a guess, when nothing else on the page explains a capital within a word', () => {
    const line = 'New deal between Lowport and NordBankenwerk met with doubt on Sunday among many workers.'
    expect(read(line)?.sureness).toBe('guess')
  })

  test('a guess, when a short line ends as a sentence does', () => {
    expect(read('The ferry runs again.')).toEqual({
      headline: 'The ferry runs again.',
      paragraph: null,
      sureness: 'guess',
    })
  })
})

test('a long paragraph without a seam holds no headline', () => {
  const paragraph =
    'The mayor of Lowport told the workers on Sunday that YouTube, McBride and the U.S. had nothing to do with it.'
  expect(read(paragraph)).toBe(null)
  expect(read(`${'word '.repeat(60)}end`)).toBe(null)
})
