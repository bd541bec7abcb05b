import { beforeEach, describe, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { importWirePage } from './commands'
import type { WirePage } from './wire-page'

const database = useTestDatabase()

let nextId = 49_500

/** A page of its own for each test. */
function wirePage(changes: Partial<WirePage> = {}): WirePage {
  nextId += 1
  return {
    newsId: nextId,
    publishedAt: new Date('2020-11-25T09:10:00Z'),
    standfirst: 'The crews do not want to sail at night.',
    headline: `Ferry crews turn down night shifts, ${nextId}`,
    paragraphs: ['The crews voted on Sunday.', '“We  sleep at night… all of us,”\u00a0said one ‘old hand’.'],
    ...changes,
  }
}

describe('into a newsroom', () => {
  beforeEach(async () => {
    await db().section.upsert({
      where: { slug: 'sport' },
      create: { slug: 'sport', name: 'Sport', position: 1 },
      update: {},
      select: { id: true },
    })
    await db().section.upsert({
      where: { slug: 'world' },
      create: { slug: 'world', name: 'World', position: 2 },
      update: {},
      select: { id: true },
    })
  })

  test('a page is published whole, to the character, under its own News ID and at its own time', async () => {
    const page = wirePage()
    const path = `/news/${page.newsId}/ferry-crews-turn-down-night-shifts-${page.newsId}`
    expect(await imported(page)).toEqual({ newsId: page.newsId, path, did: 'published' })
    expect(await findArticle(page.newsId)).toMatchObject({
      state: 'published',
      article: {
        id: page.newsId,
        headline: page.headline,
        standfirst: page.standfirst,
        publishedAt: page.publishedAt,
        section: { slug: 'world' },
        versionCount: 1,
        body: page.paragraphs.map((text) => ({ type: 'paragraph', content: [{ text }] })),
      },
    })
  })

  test('it goes into the section that was named', async () => {
    const page = wirePage()
    await imported(page, { section: 'sport' })
    expect(await findArticle(page.newsId)).toMatchObject({ article: { section: { slug: 'sport' } } })
  })

  test('the same page again changes nothing', async () => {
    const page = wirePage()
    const { path } = await imported(page)
    const before = await everything()
    expect(await imported({ ...page, paragraphs: [...page.paragraphs] })).toEqual({
      newsId: page.newsId,
      path,
      did: 'nothing',
    })
    expect(await everything()).toEqual(before)
  })

  test('another text becomes the next version, and the slug follows the headline', async () => {
    const page = wirePage()
    await imported(page)
    const update = {
      ...page,
      headline: 'Night ferries will sail after all',
      paragraphs: ['They voted again.'],
    }
    expect(await imported(update)).toEqual({
      newsId: page.newsId,
      path: `/news/${page.newsId}/night-ferries-will-sail-after-all`,
      did: 'revised',
    })
    expect(await findArticle(page.newsId)).toMatchObject({
      article: {
        headline: update.headline,
        slug: 'night-ferries-will-sail-after-all',
        versionCount: 2,
        publishedAt: page.publishedAt,
      },
    })
    expect(await versionsOf(page.newsId)).toEqual([page.headline, update.headline])
    expect((await imported(update)).did).toBe('nothing')
    expect((await imported(page)).did).toBe('revised')
    expect(await versionsOf(page.newsId)).toEqual([page.headline, update.headline, page.headline])
  })

  test('what a new version leaves as it was keeps its id, and no other paragraph gets one of before', async () => {
    const page = wirePage({ paragraphs: ['The crews voted on Sunday.', 'Nobody sailed at night.'] })
    await imported(page)
    await imported({ ...page, paragraphs: ['A quite different beginning.', 'Nobody sailed at night.'] })
    const found = await findArticle(page.newsId)
    const ids = found?.state === 'published' ? found.article.body.map(({ id }) => id) : []
    expect(ids).toEqual([expect.stringMatching(/^p[0-9a-z]{14}$/), 'p2'])
  })

  test('a rehearsal says what would happen, and writes nothing', async () => {
    const [fresh, known] = [wirePage(), wirePage()]
    await imported(known)
    const before = await everything()
    expect(await imported(fresh, { dryRun: true })).toMatchObject({ did: 'published' })
    expect(await imported(known, { dryRun: true })).toMatchObject({ did: 'nothing' })
    expect(await imported({ ...known, headline: 'Another' }, { dryRun: true })).toMatchObject({
      did: 'revised',
    })
    expect(await everything()).toEqual(before)
  })

  test('an article of this newsroom is not written over', async () => {
    const desk = await givenArticle()
    const before = await everything()
    const refusal = { ok: false, error: 'not-from-wire', newsId: desk.id, headline: 'A bridge is built' }
    expect(await importPage(wirePage({ newsId: desk.id }))).toEqual(refusal)
    expect(await everything()).toEqual(before)
  })

  test('a section that is not there is refused by name, and nothing is written', async () => {
    const before = await everything()
    expect(await importPage(wirePage(), { section: 'weather' })).toEqual({
      ok: false,
      error: 'no-section',
      section: 'weather',
    })
    expect(await everything()).toEqual(before)
  })

  test('ten imports of one page at the same time publish it once', async () => {
    const page = wirePage()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => imported(page)))
    expect(outcomes.map(({ did }) => did).sort()).toEqual([...Array(9).fill('nothing'), 'published'])
    expect(await versionsOf(page.newsId)).toEqual([page.headline])
  })

  test('ten imports of one update at the same time make one version of it', async () => {
    const page = wirePage()
    await imported(page)
    const update = { ...page, headline: 'Night ferries will sail after all' }
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => imported(update)))
    expect(await versionsOf(page.newsId)).toEqual([page.headline, update.headline])
    expect(outcomes.filter(({ did }) => did === 'revised')).toHaveLength(1)
  })

  test.each<[string, Partial<WirePage>]>([
    ['its version', { headline: ' ' }],
    ['its paragraphs', { paragraphs: ['one', 'two\0'] }],
  ])('a page that fails at %s leaves nothing half-imported', async (_where, broken) => {
    const before = await everything()
    await expect(importPage(wirePage(broken))).rejects.toThrow()
    expect(await everything()).toEqual(before)
  })

  test('an update that fails leaves the article as it was', async () => {
    const page = wirePage()
    await imported(page)
    const before = await everything()
    await expect(importPage({ ...page, headline: ' ' })).rejects.toThrow()
    expect(await everything()).toEqual(before)
  })

  test('what is written here later never meets an imported News ID', async () => {
    const page = wirePage({ newsId: 300_000 })
    await imported(page)
    expect((await givenArticle()).id).toBeGreaterThan(300_000)
    expect(await findArticle(300_000)).toMatchObject({ article: { headline: page.headline } })
  })
})

describe('into an empty site', () => {
  beforeEach(async () => {
    // What never changes cannot be emptied either, except by whoever owns the tables.
    await database.pool.query(
      `begin; set local session_replication_role = replica; truncate "Article", "ArticleVersion", "Section", "Byline" cascade; commit`,
    )
  })

  test('a page opens the first section', async () => {
    const page = wirePage()
    await imported(page)
    expect(await findArticle(page.newsId)).toMatchObject({
      article: { section: { slug: 'news', name: 'News' } },
    })
  })

  test('ten pages at the same time open one', async () => {
    const pages = Array.from({ length: 10 }, () => wirePage())
    await Promise.all(pages.map((page) => imported(page)))
    expect(await db().section.count()).toBe(1)
    expect(await db().article.count()).toBe(10)
  })

  test('a rehearsal opens none', async () => {
    expect(await imported(wirePage(), { dryRun: true })).toMatchObject({ did: 'published' })
    expect(await db().section.count()).toBe(0)
  })

  test('a page that fails opens none', async () => {
    await expect(importPage(wirePage({ headline: ' ' }))).rejects.toThrow()
    expect(await db().section.count()).toBe(0)
  })
})

type Options = Partial<Parameters<typeof importWirePage>[1]>

function importPage(page: WirePage, options: Options = {}) {
  return importWirePage(page, { section: null, dryRun: false, now: noon, ...options })
}

/** Imports, and expects it to be taken. */
async function imported(page: WirePage, options: Options = {}) {
  const outcome = await importPage(page, options)
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value
}

async function versionsOf(articleId: number): Promise<string[]> {
  const rows = await db().articleVersion.findMany({
    where: { articleId },
    orderBy: { number: 'asc' },
    select: { headline: true },
  })
  return rows.map(({ headline }) => headline)
}

/** Every row that an import could write, as text. */
async function everything(): Promise<string[]> {
  const tables = ['Section', 'Article', 'ArticleVersion', 'Byline', 'Picture', 'Topic', 'Outbox']
  const all = tables
    .map((table) => `select '${table}' || row_to_json(t)::text as row from "${table}" t`)
    .join(' union all ')
  const { rows } = await database.pool.query<{ row: string }>(`${all} order by 1`)
  return rows.map(({ row }) => row)
}
