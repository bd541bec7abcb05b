import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle } from '@/lib/database/test-newsroom'
import { fromParagraphs } from './body'
import { reviseArticle, setState } from './commands'
import { listChain } from './queries-chain'
import { findTalkArticle } from './queries-talk-article'

const { pool } = useTestDatabase()

/** Articles each of which goes on from the one before, a day apart. */
async function givenChain(length: number): Promise<number[]> {
  const ids: number[] = []
  for (let index = 0; index < length; index += 1) {
    const { id } = await givenArticle()
    await pool.query(
      `update "Article" set "previousId" = $2, "publishedAt" = "publishedAt" + $3 * interval '1 day' where id = $1`,
      [id, ids.at(-1) ?? null, index],
    )
    ids.push(id)
  }
  return ids
}

async function inArabic(articleId: number): Promise<void> {
  const text = {
    headline: 'الجسر',
    standfirst: null,
    dateline: null,
    tags: [],
    picture: null,
    language: 'ar',
  }
  const change = { reason: 'x', kind: 'update', note: null } as const
  await reviseArticle(articleId, { ...text, body: fromParagraphs(['So.']) }, change, new Date())
}

const idsOf = async (id: number) => (await listChain(id)).map((link) => link.id)

test('from every article of a story the whole of it is listed, oldest first', async () => {
  const ids = await givenChain(4)
  for (const id of ids) expect(await idsOf(id)).toEqual(ids)
  expect(await idsOf((await givenArticle()).id)).toEqual([])
})

test('of each it is told what language it is in', async () => {
  const [first = 0, second = 0] = await givenChain(2)
  await inArabic(second)
  expect((await listChain(first)).map(({ language, direction }) => [language, direction])).toEqual([
    [null, null],
    ['ar', null],
  ])
  expect(await findTalkArticle(second)).toMatchObject({ language: 'ar', direction: null })
})

test('what is not public is left out, and what hangs on it is not', async () => {
  const [first = 0, second = 0, third = 0] = await givenChain(3)
  await setState(second, 'withdrawn')
  expect(await idsOf(first)).toEqual([first, third])
  await setState(third, 'blocked')
  expect(await idsOf(first)).toEqual([])
})

test('a ring ends, and a long story is followed for ten articles each way', async () => {
  const [first = 0, second = 0] = await givenChain(2)
  await pool.query('update "Article" set "previousId" = $2 where id = $1', [first, second])
  expect(await idsOf(first)).toEqual([first, second])
  const long = await givenChain(13)
  expect(await idsOf(long[0] ?? 0)).toEqual(long.slice(0, 11))
})

test('an article that goes on from another makes that one’s page old', async () => {
  const [first = 0, second = 0] = await givenChain(2)
  const version = async () =>
    (await pool.query('select version from "Topic" where name = $1', [`article:${first}`])).rows[0]?.version
  const before = await version()
  await setState(second, 'withdrawn')
  expect(await version()).not.toBe(before)
})
