import { beforeAll, describe, expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { fromMarkdown } from '@/lib/articles/body-markdown'
import { reviseArticle, setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenStory, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { meantBy } from './queries-meant'
import { searchByDate, searchByRelevance } from './queries-search'
import { suggest } from './queries-suggest'
import { readSearch } from './search'

useTestDatabase()

const stories = {
  bridge: {
    headline: 'The harbour bridge opens',
    standfirst: 'After nine years the café ferries stop.',
    section: 'world',
    bylines: ['ada-brandvold'],
  },
  ferry: {
    headline: 'Ferries stop at last',
    paragraphs: ['Nobody was running to the harbour bridge.'],
    section: 'sport',
  },
  bodyOnly: { headline: 'A quiet week', paragraphs: ['Somebody mentioned the ferry in passing.'] },
  arabic: { headline: 'الانتخابات في المدينة', standfirst: 'إعلان النتائج' },
  japanese: { headline: '東京都知事選挙の結果', standfirst: '新しい橋が開通した' },
  french: { headline: 'Les élections françaises', standfirst: 'Le résultat' },
}
const ids = new Map<string, number>()

beforeAll(async () => {
  for (const [name, story] of Object.entries(stories)) ids.set(name, (await givenStory(story)).id)
})

async function found(text: string): Promise<(string | undefined)[]> {
  const { results } = await searchByRelevance(readSearch(text, 'UTC'), 1)
  return results.map(({ story }) => [...ids].find(([, id]) => id === story.id)?.[0])
}

describe('a search', () => {
  test('finds a word in all its forms, the headline before the standfirst before the text', async () => {
    expect(await found('ferry')).toEqual(['ferry', 'bridge', 'bodyOnly'])
    expect(await found('run')).toEqual(['ferry'])
  })

  test('finds phrases as they stand, and leaves out what is not wanted', async () => {
    expect(await found('"harbour bridge"')).toEqual(['bridge', 'ferry'])
    expect(await found('"bridge harbour"')).toEqual([])
    expect(await found('ferry -harbour')).toEqual(['bodyOnly'])
    expect(await found('ferry -"harbour bridge"')).toEqual(['bodyOnly'])
  })

  test('is kept to a section, an author and days', async () => {
    expect(await found('ferry section:sport')).toEqual(['ferry'])
    expect(await found('ferry author:"Ada Brandvold"')).toEqual(['bridge'])
    expect(await found('ferry before:2026-03-02')).toEqual([])
    expect(await found('ferry after:2026-03-02 section:sport')).toEqual(['ferry'])
    expect(await found('section:sport')).toEqual(['ferry'])
  })

  test.each([
    ['accents make no difference', 'cafe', 'bridge'],
    ['nor where they are typed', 'elections francaises', 'french'],
    ['Arabic letters are one in all their forms', 'اعلان', 'arabic'],
    ['vowel marks are nothing', 'انتِخاباتُ', undefined],
    ['words without spaces are found within a line', '知事選挙', 'japanese'],
    ['so is one letter', '橋', 'japanese'],
    ['in full-width letters, too', 'ＣＡＦＥ', 'bridge'],
  ])('%s', async (_promise, text, expected) => {
    expect(await found(text)).toEqual(expected ? [expected] : [])
  })

  test('of words that stand everywhere the others count', async () => {
    expect(await found('the ferry of the')).toEqual(['ferry', 'bridge', 'bodyOnly'])
  })

  test('without a story that has every word, those that have all but one are shown and said to be', async () => {
    const { results, isRelaxed } = await searchByRelevance(readSearch('harbour bridge zebra', 'UTC'), 1)
    expect(results.map(({ story }) => story.id)).toEqual([ids.get('bridge'), ids.get('ferry')])
    expect(isRelaxed).toBe(true)
    expect(await found('harbour zebra -bridge')).toEqual([])
  })

  test('marks what it found, and nothing that a headline says is markup', async () => {
    const { id } = await givenStory({ headline: 'An <b>umbrella</b> \u0002is\u0003 lost' })
    const { results } = await searchByRelevance(readSearch('umbrellas', 'UTC'), 1)
    expect(results[0]?.story.id).toBe(id)
    expect(results[0]?.headline).toEqual([
      { text: 'An <b>', isHit: false },
      { text: 'umbrella', isHit: true },
      { text: '</b> is lost', isHit: false },
    ])
    const [japanese] = (await searchByRelevance(readSearch('知事', 'UTC'), 1)).results
    expect(japanese?.headline.filter(({ isHit }) => isHit)).toEqual([{ text: '知事', isHit: true }])
  })
})

test('an author is found by a name of any letters, in any of their forms, and by a part of it', async () => {
  await db().author.create({ data: { slug: 'author-7', name: 'سعيد أحمد' } })
  await db().author.create({ data: { slug: 'author-8', name: 'سعيدة' } })
  const { id } = await givenStory({ headline: 'A kite is caught', bylines: ['author-7'] })
  await givenStory({ headline: 'A kite is lost', bylines: ['author-8'] })
  for (const name of ['سعيد', 'احمد', 'سعيد أحمد']) {
    const { results } = await searchByRelevance(readSearch(`kite author:"${name}"`, 'UTC'), 1)
    expect(results.map(({ story }) => story.id)).toEqual([id])
  }
  expect((await searchByRelevance(readSearch('kite author:"محمد"', 'UTC'), 1)).results).toEqual([])
})

test('what stands around a word is shown wherever it stands: in a list, a table, a caption', async () => {
  const { id } = await givenStory({ headline: 'Harvest' })
  const words = { headline: 'Harvest', standfirst: null, dateline: null, tags: [], picture: null }
  const body = fromMarkdown(
    'It rained.\n\n- quinces\n- medlars\n\n| Fruit | Tons |\n| --- | --- |\n| Damsons | 4 |',
  )
  await reviseArticle(id, { ...words, body }, { reason: 'update' }, noon)
  for (const word of ['quinces', 'Damsons']) {
    const [result] = (await searchByRelevance(readSearch(word, 'UTC'), 1)).results
    expect(result?.story.id).toBe(id)
    expect(result?.excerpt.filter(({ isHit }) => isHit)).toEqual([{ text: word, isHit: true }])
  }
})

test('by date, pages hold every story once, the newest first', async () => {
  const wanted: number[] = []
  for (let index = 0; index < 23; index += 1)
    wanted.push(
      (await givenStory({ headline: 'A lantern', publishedAt: minutesAfterNoon(Math.floor(index / 4)) })).id,
    )
  const seen: number[] = []
  for (let after = null; ; ) {
    const page = await searchByDate(readSearch('lanterns', 'UTC'), after)
    seen.push(...page.results.map(({ story }) => story.id))
    if (page.older === null) break
    after = page.older
  }
  expect(seen).toEqual(wanted.toReversed())
  const first = await searchByRelevance(readSearch('lanterns', 'UTC'), 1)
  const third = await searchByRelevance(readSearch('lanterns', 'UTC'), 3)
  expect([first.total, first.results.length, third.results.length]).toEqual([23, 10, 3])
})

test('what is taken back or rewritten is found no more, nor suggested, nor meant', async () => {
  const { id } = await givenStory({ headline: 'Quicksilver is spilt' })
  expect(await found('quicksilver')).toHaveLength(1)
  expect((await suggest('quicks')).map((story) => story.id)).toEqual([id])
  expect(await meantBy('quicksliver', readSearch('quicksliver', 'UTC'))).toBe('quicksilver')
  await setState(id, 'withdrawn')
  expect(await found('quicksilver')).toEqual([])
  expect(await suggest('quicks')).toEqual([])
  expect(await meantBy('quicksliver', readSearch('quicksliver', 'UTC'))).toBeNull()
  await setState(id, 'published')
  const version = {
    standfirst: null,
    dateline: null,
    body: fromParagraphs(['Spilt.']),
    tags: [],
    picture: null,
  }
  await reviseArticle(id, { ...version, headline: 'Mercury is spilt' }, { reason: 'update' }, noon)
  expect(await found('quicksilver')).toEqual([])
  expect(await found('mercury')).toHaveLength(1)
})

test('suggestions take the last word as not yet whole', async () => {
  const { id } = await givenStory({ headline: 'The government decides' })
  for (const typed of ['governme', 'the governm', 'decides gov'])
    expect((await suggest(typed)).map((story) => story.id)).toContain(id)
  for (const typed of ['', 'g', '%', "' or 1=1"]) expect(await suggest(typed)).toEqual([])
})

test('anything is taken for a search', async () => {
  for (const text of [
    "'",
    '"',
    '\\',
    "a' & !b",
    ':*',
    '<->',
    '(((',
    '-',
    '-a',
    'a:*b',
    '\u0000',
    '\ud800',
    '💥',
    'a|b!&',
    "'section world'",
  ])
    await expect(searchByRelevance(readSearch(text, 'UTC'), 1)).resolves.toBeDefined()
})
