import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, minutesAfterNoon } from '@/lib/database/test-newsroom'
import { fromParagraphs } from './body'
import { reviseArticle, setState } from './commands'
import { findArticle } from './queries'
import { listCorrections } from './queries-corrections'
import { findVersion, listVersions } from './queries-versions'

const { pool } = useTestDatabase()

async function revised(id: number, text: string, minutes: number) {
  const version = {
    ...{ headline: 'A bridge is built', standfirst: null, dateline: null, tags: [], picture: null },
    body: fromParagraphs(['It stands.', text]),
  }
  const changed = await reviseArticle(id, version, { reason: 'a secret reason' }, minutesAfterNoon(minutes))
  if (!changed.ok) throw new Error(changed.error)
}

/** The topics that something bumps. */
async function bumped(work: () => Promise<unknown>): Promise<string[]> {
  const versions = async () => {
    const { rows } = await pool.query<{ topic: string }>(
      `select name || ' ' || version as topic from "Topic"`,
    )
    return rows.map(({ topic }) => topic)
  }
  const before = new Set(await versions())
  await work()
  return (await versions()).filter((topic) => !before.has(topic)).map((topic) => topic.split(' ')[0] ?? '')
}

async function givenVersions(count: number): Promise<number> {
  const { id } = await givenArticle()
  for (let number = 2; number <= count; number += 1) await revised(id, `Text ${number}.`, number)
  return id
}

test('versions come newest first, each beside the one before it, page by page', async () => {
  const id = await givenVersions(5)
  const first = await listVersions(id, { take: 3 })
  expect(first.versions.map(({ number, before }) => [number, before?.number])).toEqual([
    [5, 4],
    [4, 3],
    [3, 2],
  ])
  expect(first.more).toBe(true)
  const rest = await listVersions(id, { take: 3, before: 3 })
  expect(rest.versions.map(({ number, before }) => [number, before?.number])).toEqual([
    [2, 1],
    [1, undefined],
  ])
  expect(rest.more).toBe(false)
  expect(rest.versions.map(({ kind }) => kind)).toEqual(['update', 'published'])
})

test('one version is found by its number, with the one before it', async () => {
  const id = await givenVersions(3)
  expect(await findVersion(id, 2)).toMatchObject({ number: 2, before: { number: 1 } })
  expect(await findVersion(id, 1)).toMatchObject({ number: 1, before: null })
  expect(await findVersion(id, 4)).toBeNull()
})

test('what the newsroom says among itself is in no version', async () => {
  const id = await givenVersions(2)
  expect(JSON.stringify(await listVersions(id, { take: 5 }))).not.toContain('secret')
})

test.each(['draft', 'scheduled', 'withdrawn', 'blocked'])(
  'what was written while it was %s and replaced before anybody could read it is in no history, whoever wrote it',
  async (state) => {
    const id = await givenVersions(2)
    const is = (next: string, minutes: number) =>
      pool.query(
        'update "Article" set "goesLiveAt" = now(), state = $1::"ArticleState", "changedAt" = $2 where id = $3',
        [next, minutesAfterNoon(minutes), id],
      )
    await is(state, 10)
    await revised(id, 'Never public.', 11)
    await revised(id, 'Public later.', 12)
    await is('published', 60)
    await revised(id, 'And on.', 61)
    const { versions } = await listVersions(id, { take: 9 })
    expect(versions.map(({ number, before }) => [number, before?.number])).toEqual([
      [4, 3],
      [3, 2],
      [2, 1],
      [1, undefined],
    ])
    // Dated when readers had it, not when it was written.
    expect(versions.map(({ publishedAt }) => publishedAt).slice(0, 2)).toEqual([
      minutesAfterNoon(61),
      minutesAfterNoon(60),
    ])
    expect(JSON.stringify(versions)).not.toContain('Never public.')
    expect(await findVersion(id, 3)).toMatchObject({
      text: { body: [{}, { content: [{ text: 'Public later.' }] }] },
    })
    expect(await findVersion(id, 5)).toBeNull()
    expect(await findArticle(id)).toMatchObject({
      article: { versionCount: 4, updatedAt: minutesAfterNoon(61) },
    })
  },
)

test('a correction that nobody could read before it was replaced is told to nobody', async () => {
  const id = await givenVersions(1)
  await setState(id, 'withdrawn')
  const text = { headline: 'Put right', standfirst: null, dateline: null, tags: [], picture: null }
  const change = { reason: 'x', kind: 'correction', note: 'Said to nobody.' } as const
  await reviseArticle(id, { ...text, body: fromParagraphs(['So.']) }, change, minutesAfterNoon(1))
  await revised(id, 'Another.', 2)
  await setState(id, 'published')
  expect(await findArticle(id)).toMatchObject({ article: { versionCount: 2, corrections: [] } })
  expect((await listCorrections(null, 99)).corrections.filter(({ article }) => article.id === id)).toEqual([])
})

test.each(['withdrawn', 'blocked'] as const)('of what is %s there are no versions', async (state) => {
  const id = await givenVersions(2)
  await setState(id, state)
  expect(await listVersions(id, { take: 9 })).toEqual({ versions: [], more: false })
  expect(await findVersion(id, 1)).toBeNull()
})

test.each(['draft', 'scheduled', 'embargoed'])('nor of what is %s', async (state) => {
  const id = await givenVersions(2)
  await pool.query('update "Article" set "goesLiveAt" = now(), state = $1::"ArticleState" where id = $2', [
    state,
    id,
  ])
  expect(await listVersions(id, { take: 9 })).toEqual({ versions: [], more: false })
  expect(await findVersion(id, 1)).toBeNull()
})

test('what was put right is listed newest first, and stands with its article; typing errors are not', async () => {
  const id = await givenVersions(2)
  const other = await givenVersions(1)
  const say = (about: number, kind: 'typo' | 'correction' | 'retraction', minutes: number) => {
    const language = about === other ? 'pt' : null
    const text = {
      ...{
        headline: `Put right ${about}`,
        standfirst: null,
        dateline: null,
        tags: [],
        picture: null,
        language,
      },
    }
    const note = `Note of minute ${minutes}`
    const change = { reason: 'x', kind, note }
    return reviseArticle(about, { ...text, body: fromParagraphs(['So.']) }, change, minutesAfterNoon(minutes))
  }
  await say(id, 'correction', 100)
  await say(id, 'typo', 110)
  await say(other, 'retraction', 105)
  const { corrections: listed } = await listCorrections(null, 9)
  expect(listed.map(({ article, kind, number }) => [article.id, article.language, kind, number])).toEqual([
    [other, 'pt', 'retraction', 2],
    [id, null, 'correction', 3],
  ])
  const first = await listCorrections(null, 1)
  expect(first).toMatchObject({ corrections: [{ note: 'Note of minute 105' }], newer: null })
  const second = await listCorrections(first.older && { after: first.older }, 1)
  expect(second).toMatchObject({ corrections: [{ note: 'Note of minute 100' }], older: null })
  // Back to the page before, which is the first: it is shown whole, and nothing is newer.
  expect(await listCorrections(second.newer && { before: second.newer }, 1)).toEqual(first)
  expect(await findArticle(id)).toMatchObject({
    article: { corrections: [{ number: 3, kind: 'correction', note: 'Note of minute 100' }] },
  })
  expect(await bumped(() => setState(other, 'withdrawn'))).toContain('corrections')
  expect((await listCorrections(null, 9)).corrections.map(({ article }) => article.id)).toEqual([id])
  const plain = await givenVersions(1)
  expect(await bumped(() => revised(plain, 'No correction.', 120))).not.toContain('corrections')
})

test('the list of corrections is read by its index, however many versions there are', async () => {
  const id = await givenVersions(1)
  await pool.query(
    `insert into "ArticleVersion" ("articleId", number, headline, body, tags, reason, kind)
     select $1, n, 'H', '[]', '{}', 'r', 'update' from generate_series(2, 3000) n`,
    [id],
  )
  await pool.query('analyze "ArticleVersion"')
  const { rows } = await pool.query(
    `explain select v.id from "PublicVersion" v where v.kind in ('clarification', 'correction', 'retraction')
     and (v."createdAt", v.id) < (now(), 2000000000) order by v."createdAt" desc, v.id desc limit 20`,
  )
  expect(JSON.stringify(rows)).toContain('ArticleVersion_corrections')
})
