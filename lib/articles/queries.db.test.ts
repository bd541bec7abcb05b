import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenComment, givenModerator, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { fromParagraphs } from './body'
import { publishArticle, setState } from './commands'
import { findArticle, listSections } from './queries'
import { listMostDiscussed, listStories, type Story } from './queries-stories'

const { pool } = useTestDatabase()

const secret = 'An unpublishable secret'
let hours = 0

describe('what is not published', () => {
  test.each(['withdrawn', 'blocked'] as const)(
    'of what is %s nothing is told but that it is',
    async (state) => {
      const { id } = await givenSecret()
      await setState(id, state)
      expect(await findArticle(id)).toEqual({ state, headline: null, notice: null })
      expect(await leaks()).toEqual([])
    },
  )

  test.each(['draft', 'scheduled', 'embargoed'])('what is %s is not there', async (state) => {
    const { id } = await givenSecret()
    await pool.query('update "Article" set "goesLiveAt" = now(), state = $1::"ArticleState" where id = $2', [
      state,
      id,
    ])
    expect(await findArticle(id)).toBeNull()
    expect(await leaks()).toEqual([])
  })

  test('what is published again is there again', async () => {
    const { id } = await givenSecret()
    await setState(id, 'withdrawn')
    await setState(id, 'published')
    expect(await findArticle(id)).toMatchObject({ state: 'published', article: { headline: secret } })
    await setState(id, 'withdrawn')
  })

  test('a News ID without an article is not there', async () => {
    expect(await findArticle(2_000_000_000)).toBeNull()
  })
})

describe('lists', () => {
  test.each([undefined, 'sport'])(
    'pages hold each story once, newest first, in section %s',
    async (section) => {
      // Four at each instant: the id keeps them apart.
      const ids: number[] = []
      for (let index = 0; index < 14; index += 1)
        ids.push((await publish({ section: 'sport', hoursLater: Math.floor(index / 4) })).id)
      await publish({ section: 'politics', hoursLater: 1 })
      const all = await pages(section)
      const seen = all.map(({ id }) => id)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => ids.includes(id))).toEqual(ids.toReversed())
      expect(seen).toHaveLength(
        await db().article.count({
          where: { state: 'published', ...(section ? { section: { slug: section } } : {}) },
        }),
      )
      expect(all.map(({ publishedAt }) => publishedAt.getTime())).toEqual(
        all.map(({ publishedAt }) => publishedAt.getTime()).toSorted((a, b) => b - a),
      )
      if (section) expect(all.every((story) => story.section.slug === section)).toBe(true)
    },
  )

  test('a story published meanwhile moves none to another page', async () => {
    for (let index = 0; index < 6; index += 1) await publish({ section: 'culture', hoursLater: index })
    const first = await listStories({ take: 3, section: 'culture' })
    await publish({ section: 'culture', hoursLater: 9 })
    const last = first.at(-1)
    const second = await listStories({ take: 3, section: 'culture', ...(last ? { before: last } : {}) })
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(6)
  })

  test('the most discussed are those with most to read under them, of the time that was asked for', async () => {
    const [quiet, lively, old, silent] = [
      await publish({}),
      await publish({}),
      await publish({ hoursLater: -1000 }),
      await publish({}),
    ]
    const staff = await givenModerator()
    for (const { id } of [quiet, lively, lively, old, old, old]) await givenComment(staff, { articleId: id })
    const ids = (await listMostDiscussed({ take: 10, since: noon })).map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual([lively.id, quiet.id])
    expect(ids).not.toContain(old.id)
    expect(ids).not.toContain(silent.id)
    expect(await listMostDiscussed({ take: 1, since: noon })).toMatchObject([
      { id: lively.id, commentCount: 2 },
    ])
  })

  test('sections stand in the order of the newsroom', async () => {
    await pool.query('update "Section" set position = 1000 - position')
    const { rows } = await pool.query<{ slug: string }>('select slug from "Section" order by position')
    expect((await listSections()).map(({ slug }) => slug)).toEqual(rows.map(({ slug }) => slug))
  })
})

/** Where a word of what must not be read can be read all the same. */
async function leaks(): Promise<string[]> {
  const lists = {
    all: await pages(undefined),
    section: await pages('world'),
    discussed: await listMostDiscussed({ take: 1000, since: new Date(0) }),
  }
  return Object.entries(lists).flatMap(([name, stories]) =>
    JSON.stringify(stories).includes(secret) ? [name] : [],
  )
}

/** An article with its secret in every part, and with a comment that makes it discussed. */
async function givenSecret(): Promise<{ id: number }> {
  const article = await publish({ headline: secret })
  await givenComment(await givenModerator(), { articleId: article.id })
  expect((await leaks()).sort()).toEqual(['all', 'discussed', 'section'])
  return article
}

async function pages(section: string | undefined): Promise<Story[]> {
  const all: Story[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await listStories({
      take: 5,
      ...(section ? { section } : {}),
      ...(last ? { before: last } : {}),
    })
    all.push(...page)
    if (page.length < 5) return all
  }
}

async function publish({
  section = 'world',
  headline = 'A bridge is built',
  hoursLater = 0,
}): Promise<{ id: number }> {
  hours += 1
  await db().section.upsert({
    where: { slug: section },
    create: { slug: section, name: section, position: 10 + hours },
    update: {},
    select: { id: true },
  })
  const version = {
    headline,
    standfirst: headline,
    dateline: headline,
    body: fromParagraphs([headline]),
    tags: [headline],
    picture: null,
  }
  const publishedAt = new Date(noon.getTime() + hoursLater * 3_600_000)
  const published = await publishArticle(
    { ...version, section, bylines: [], prominence: 0, publishedAt, source: 'desk', sourceHash: null },
    noon,
  )
  if (!published.ok) throw new Error(published.error)
  return published.value
}
