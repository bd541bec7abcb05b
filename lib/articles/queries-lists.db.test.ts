import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenStory, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { fromParagraphs } from './body'
import { redateArticle, reviseArticle, setState } from './commands'
import type { PageStart } from './list-place'
import {
  findTag,
  type ListedBy,
  listFilled,
  listFilledMonths,
  listStoryPage,
  listYears,
} from './queries-lists'

useTestDatabase()

describe('lists of stories', () => {
  const lists: [name: string, by: ListedBy, story: Parameters<typeof givenStory>[0]][] = [
    ['a section', { section: 'sport' }, { section: 'sport' }],
    ['a tag', { tag: 'ferries' }, { tags: ['Ferries'] }],
    ['an author', { author: 'ada' }, { bylines: ['ada'] }],
    ['a day', { from: minutesAfterNoon(0), until: minutesAfterNoon(60) }, { section: 'world' }],
  ]

  test.each(lists)('%s: every page forwards, and the same pages backwards', async (_name, by, story) => {
    const ids: number[] = []
    // Four at each instant: the id keeps them apart.
    for (let index = 0; index < 14; index += 1)
      ids.push((await givenStory({ ...story, publishedAt: minutesAfterNoon(Math.floor(index / 4)) })).id)
    const pages = await walk(by, 'older')
    const forwards = pages.map(({ stories }) => stories.map(({ id }) => id))
    expect(forwards.flat().filter((id) => ids.includes(id))).toEqual(ids.toReversed())
    expect(new Set(forwards.flat()).size).toBe(forwards.flat().length)
    expect(forwards.every((page) => page.length <= 4)).toBe(true)
    expect(pages[0]?.newer).toBeNull()
    const last = pages.at(-1)
    const place = last?.newer
    if (!place) throw new Error('the last page has none before it')
    const backwards = await walk(by, 'newer', { before: place })
    const seen = backwards.flatMap(({ stories }) => stories.map(({ id }) => id))
    for (const id of forwards.slice(0, -1).flat()) expect(seen).toContain(id)
    for (const { id } of (await listStoryPage(by, null, 100)).stories) await setState(id, 'withdrawn')
    expect(await listStoryPage(by, null, 4)).toEqual({ stories: [], newer: null, older: null })
  })
})

describe('tags', () => {
  test('names that read alike are one tag, in any script; what has no letter is none', async () => {
    const { id } = await givenStory({ tags: ['Café Life', 'cafe-life', '!!!', 'انتخابات', '東京'] })
    const rows = await db().articleTag.findMany({
      where: { articleId: id },
      select: { tag: { select: { slug: true } } },
    })
    expect(rows.map(({ tag }) => tag.slug).sort()).toEqual(['cafe-life', 'انتخابات', '東京'].sort())
  })

  test('a tag of which nobody may read a story is not there', async () => {
    const { id } = await givenStory({ tags: ['Only here'] })
    expect(await findTag('only-here')).toEqual({ slug: 'only-here', name: 'Only here' })
    await setState(id, 'blocked')
    expect(await findTag('only-here')).toBeNull()
    await setState(id, 'published')
    expect(await findTag('only-here')).not.toBeNull()
  })

  test('a version with other tags leaves the old ones and makes the pages of both old', async () => {
    const { id } = await givenStory({ tags: ['Before'], bylines: ['ada'] })
    const versions = async () =>
      new Map(
        (await db().topic.findMany({ select: { name: true, version: true } })).map((t) => [
          t.name,
          t.version,
        ]),
      )
    const first = await versions()
    const input = {
      headline: 'B',
      standfirst: null,
      dateline: null,
      body: fromParagraphs(['B']),
      picture: null,
    }
    await reviseArticle(id, { ...input, tags: ['Afterwards'] }, { reason: 'update' }, noon)
    const second = await versions()
    for (const name of [
      'tag:before',
      'tag:afterwards',
      'author:ada',
      'archive',
      'archive:2026',
      'archive:2026-03',
    ])
      expect([name, second.get(name) === first.get(name)]).toEqual([name, false])
    expect(await findTag('before')).toBeNull()
  })
})

test('the archive knows its days and months in the zone it is asked for, and follows a corrected date', async () => {
  const { id } = await givenStory({ publishedAt: new Date('2019-12-31T23:30:00Z') })
  expect(await listFilled({ year: 2019, month: 12 }, 'UTC')).toEqual([{ year: 2019, month: 12, day: 31 }])
  expect(await listFilled({ year: 2019 }, 'Europe/Berlin')).toEqual([])
  expect(await listFilled({ year: 2020, month: 1 }, 'Europe/Berlin')).toEqual([
    { year: 2020, month: 1, day: 1 },
  ])
  expect((await listYears('Europe/Berlin')).at(-1)).toBe(2020)
  expect(await listFilledMonths([2020, 2019], 'UTC')).toEqual([{ year: 2019, month: 12 }])
  expect(await listFilledMonths([2020, 2019], 'Europe/Berlin')).toEqual([{ year: 2020, month: 1 }])
  await redateArticle(id, new Date('2018-05-01T12:00:00Z'))
  expect(await listFilled({ year: 2018 }, 'UTC')).toEqual([{ year: 2018, month: 5 }])
})

async function walk(by: ListedBy, way: 'older' | 'newer', from: PageStart = null) {
  const pages = [await listStoryPage(by, from, 4)]
  for (;;) {
    const place = pages.at(-1)?.[way]
    if (!place) return pages
    pages.push(await listStoryPage(by, way === 'older' ? { after: place } : { before: place }, 4))
  }
}
