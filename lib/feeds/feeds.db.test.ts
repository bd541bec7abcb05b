import { expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle, setState } from '@/lib/articles/commands'
import { deleteComment } from '@/lib/comments/commands-delete'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { listFeedArticles } from './queries'
import { listFeedComments } from './queries-comments'

useTestDatabase()

const site = new URL('https://news.example')
const idsIn = async (section: string | null) =>
  (await listFeedArticles(site, section === null ? null : { section })).map(({ url }) => url)

test('a feed has what is published, in its section and in all, and loses what is taken back', async () => {
  const { id } = await givenArticle()
  const url = `https://news.example/news/${id}/a-bridge-is-built`
  expect(await idsIn(null)).toContain(url)
  expect(await idsIn('world')).toContain(url)
  expect(await idsIn('sport')).not.toContain(url)
  for (const state of ['draft', 'scheduled', 'embargoed', 'withdrawn', 'blocked'] as const) {
    await db().article.update({
      where: { id },
      data: { state, goesLiveAt: minutesAfterNoon(60) },
      select: { id: true },
    })
    expect([state, (await idsIn(null)).includes(url)]).toEqual([state, false])
  }
})

test('an entry keeps its id through new words, another address and another date', async () => {
  const { id } = await givenArticle()
  const find = async () =>
    (await listFeedArticles(site, null)).find(({ id: tag }) => tag === `tag:news.example,2026:news/${id}`)
  const version = {
    headline: 'A bridge has fallen',
    standfirst: null,
    dateline: null,
    body: fromParagraphs(['It lies.']),
    tags: ['bridges'],
    picture: null,
  }
  expect(await find()).toMatchObject({ publishedAt: noon, updatedAt: noon, title: 'A bridge is built' })
  await reviseArticle(id, version, { reason: 'news' }, minutesAfterNoon(9))
  await db().article.update({
    where: { id },
    data: { publishedAt: new Date('2025-03-02T12:00:00Z') },
    select: { id: true },
  })
  expect(await find()).toMatchObject({
    url: `https://news.example/news/${id}/a-bridge-has-fallen`,
    title: 'A bridge has fallen',
    html: '<p>It lies.</p>',
    updatedAt: minutesAfterNoon(9),
    categories: ['World', 'bridges'],
  })
})

test('A33: a conversation’s feed has what is public of it, the newest first, and goes with its article', async () => {
  const { id: articleId } = await givenArticle()
  const [reader, moderator] = [await givenReader(), await givenModerator()]
  const first = await givenApproved(reader, moderator, { articleId })
  const second = await givenApproved(reader, moderator, { articleId })
  await givenComment(await givenReader(), { articleId })
  const listed = async () => (await listFeedComments(site, articleId))?.entries.map(({ url }) => url)
  const [one, two] = [first, second].map(({ id }) => `https://news.example/comments/${id}`)
  expect(await listed()).toEqual([two, one])
  expect((await listFeedComments(site, articleId))?.entries[0]).toMatchObject({
    id: `tag:news.example,2026:comments/${second.id}`,
    authors: [{ name: reader.name }],
  })
  await deleteComment(reader, { commentId: second.id, what: 'comment' }, minutesAfterNoon(30))
  expect(await listed()).toEqual([one])
  await setState(articleId, 'withdrawn')
  expect(await listed()).toBeUndefined()
})
