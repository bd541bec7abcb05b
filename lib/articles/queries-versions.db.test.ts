import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { fromParagraphs } from './body'
import { reviseArticle, setState } from './commands'
import { findArticle } from './queries'
import { findVersion, listCorrections, listVersions } from './queries-versions'

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

test('what was replaced before it went live is nobody’s to read, and readers count from what did', async () => {
  const id = await givenVersions(4)
  await pool.query('update "Article" set "firstPublicNumber" = 3 where id = $1', [id])
  const { versions } = await listVersions(id, { take: 9 })
  expect(versions.map(({ number, before }) => [number, before?.number])).toEqual([
    [2, 1],
    [1, undefined],
  ])
  expect(await findVersion(id, 2)).toMatchObject({ text: { body: [{}, { content: [{ text: 'Text 4.' }] }] } })
  expect(await findVersion(id, 3)).toBeNull()
  expect(await findArticle(id)).toMatchObject({ article: { versionCount: 2 } })
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
    const text = { headline: `Put right ${about}`, standfirst: null, dateline: null, tags: [], picture: null }
    const note = `Note of minute ${minutes}`
    const change = { reason: 'x', kind, note }
    return reviseArticle(about, { ...text, body: fromParagraphs(['So.']) }, change, minutesAfterNoon(minutes))
  }
  await say(id, 'correction', 100)
  await say(id, 'typo', 110)
  await say(other, 'retraction', 105)
  const listed = await listCorrections({ take: 9 })
  expect(listed.map(({ article, kind, number }) => [article.id, kind, number])).toEqual([
    [other, 'retraction', 2],
    [id, 'correction', 3],
  ])
  const [newest] = listed
  const rest = await listCorrections({ take: 9, before: { at: newest?.at ?? noon, id: newest?.id ?? 0 } })
  expect(rest.map(({ note }) => note)).toEqual(['Note of minute 100'])
  expect(await findArticle(id)).toMatchObject({
    article: { corrections: [{ number: 3, kind: 'correction', note: 'Note of minute 100' }] },
  })
  expect(await bumped(() => setState(other, 'withdrawn'))).toContain('corrections')
  expect((await listCorrections({ take: 9 })).map(({ article }) => article.id)).toEqual([id])
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
