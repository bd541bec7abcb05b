import { expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle, setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { listNews, listSitemapArticles, listSitemapParts } from './queries-sitemap'
import { idsPerPart, partOf } from './sitemap'

useTestDatabase()

const site = new URL('https://news.example')
const address = (part: number) => `https://news.example/sitemaps/${part}.xml`
const partsNow = async () =>
  new Map((await listSitemapParts(site)).map(({ url, changedAt }) => [url, changedAt]))
const topicNow = async (name: string) =>
  (await db().topic.findUnique({ where: { name }, select: { version: true } }))?.version

test('the database and the rule mean the same part', async () => {
  const ids = [1, idsPerPart - 1, idsPerPart, idsPerPart + 1, 2_147_483_647]
  const rows = await db().$queryRaw<
    { part: number }[]
  >`select sitemap_part(id) as part from unnest(${ids}::int[]) id`
  expect(rows.map(({ part }) => part)).toEqual(ids.map(partOf))
})

test('a part is there while an article of it is public, and says when it changed', async () => {
  await db().$executeRaw`select setval('"Article_id_seq"', ${7 * idsPerPart + 5})`
  const { id } = await givenArticle()
  const part = partOf(id)
  const first = (await partsNow()).get(address(part))
  expect(first).toBeInstanceOf(Date)
  expect((await listSitemapArticles(site, part)).map(({ url }) => url)).toEqual([
    `https://news.example/news/${id}/a-bridge-is-built`,
  ])
  const before = await topicNow(`sitemap:${part}`)
  const news = await topicNow('news')
  const version = {
    ...{ headline: 'A bridge falls', standfirst: null, dateline: null, tags: [], picture: null },
    body: fromParagraphs(['It lies.']),
  }
  await reviseArticle(id, version, { reason: 'news' }, minutesAfterNoon(5))
  expect(await topicNow(`sitemap:${part}`)).not.toBe(before)
  expect(await topicNow('news')).not.toBe(news)
  expect(await listSitemapArticles(site, part)).toMatchObject([{ changedAt: minutesAfterNoon(5) }])
  await setState(id, 'withdrawn')
  expect((await partsNow()).has(address(part))).toBe(false)
  expect(await listSitemapArticles(site, part)).toEqual([])
  await setState(id, 'published')
  expect((await partsNow()).has(address(part))).toBe(true)
})

test('twenty that are published at once are all counted', async () => {
  await db().$executeRaw`select setval('"Article_id_seq"', ${20 * idsPerPart})`
  await Promise.all(Array.from({ length: 20 }, () => givenArticle()))
  const part = await db().sitemapPart.findUnique({ where: { number: 21 }, select: { articleCount: true } })
  expect(part).toEqual({ articleCount: 20 })
  expect(await listSitemapArticles(site, 21)).toHaveLength(20)
})

test('news are of two days, and none is from tomorrow', async () => {
  const { id } = await givenArticle()
  const listed = async (now: Date) =>
    (await listNews(site, 'en', now)).some(({ url }) => url.includes(`/news/${id}/`))
  expect(await listed(noon)).toBe(true)
  expect(await listed(minutesAfterNoon(2 * 1440))).toBe(true)
  expect(await listed(minutesAfterNoon(2 * 1440 + 1))).toBe(false)
  expect(await listed(minutesAfterNoon(-1))).toBe(false)
})
