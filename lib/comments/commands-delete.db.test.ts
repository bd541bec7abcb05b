import { expect, test } from 'vitest'
import { setConversation } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { banReader } from '@/lib/readers/commands'
import { topics } from '@/lib/topics'
import { deleteComment } from './commands-delete'
import { findDrift } from './drift'
import { findPublicComment } from './queries'
import { listConversation } from './queries-page'

useTestDatabase()

const muchLater = minutesAfterNoon(60 * 24 * 300)

async function given() {
  const [article, author, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const comment = await givenApproved(author, moderator, { articleId: article.id })
  return { article, author, moderator, comment }
}

test('deleted by its author a comment is gone at once, at any time, and its wordings are kept', async () => {
  const { article, author, comment } = await given()
  const taken = await deleteComment(author, { commentId: comment.id, what: 'comment' }, muchLater)
  expect(taken).toMatchObject({ ok: true, value: { state: 'deleted' } })
  expect(await findPublicComment(comment.id, article.id)).toBeNull()
  expect((await listConversation(article.id, { sort: 'newest', after: null }, noon)).threads).toEqual([])
  expect(await db().revision.count({ where: { commentId: comment.id } })).toBe(1)
  const last = await db().decision.findFirst({
    where: { commentId: comment.id },
    orderBy: { number: 'desc' },
  })
  expect(last).toMatchObject({
    rule: 'deleted-by-author',
    actorId: author.id,
    fromState: 'published',
    toState: 'deleted',
  })
  expect(await findDrift()).toEqual([])
})

test('where somebody answered an empty place stays, without words and name', async () => {
  const { article, author, moderator, comment } = await given()
  await givenApproved(await givenReader(), moderator, { articleId: article.id, parentId: comment.id })
  await deleteComment(author, { commentId: comment.id, what: 'comment' }, noon)
  const { threads } = await listConversation(article.id, { sort: 'newest', after: null }, noon)
  expect(threads).toMatchObject([{ comment: { id: comment.id, author: null, text: null }, answers: [{}] }])
  expect(await findDrift()).toEqual([])
})

test('an answer that is deleted counts no longer for those above it', async () => {
  const { article, moderator, comment } = await given()
  const other = await givenReader()
  const answer = await givenApproved(other, moderator, { articleId: article.id, parentId: comment.id })
  await deleteComment(other, { commentId: answer.id, what: 'comment' }, noon)
  expect(await findPublicComment(comment.id, article.id)).toMatchObject({ answers: 0 })
  expect(await findDrift()).toEqual([])
})

test('twice is once, also at the same time; a name taken off twice, too', async () => {
  const { author, comment } = await given()
  const both = (what: 'comment' | 'name') =>
    Promise.all(Array.from({ length: 8 }, () => deleteComment(author, { commentId: comment.id, what }, noon)))
  for (const taken of await both('name'))
    expect(taken).toMatchObject({ ok: true, value: { anonymous: true } })
  for (const taken of await both('comment'))
    expect(taken).toMatchObject({ ok: true, value: { state: 'deleted' } })
  expect(await db().decision.count({ where: { commentId: comment.id, rule: 'deleted-by-author' } })).toBe(1)
  expect(await findDrift()).toEqual([])
})

test('a comment that waits or was rejected can be deleted, and then no moderator brings it back', async () => {
  const { article, author, moderator } = await given()
  const held = await givenComment(author, { articleId: article.id })
  const rejected = await givenComment(author, { articleId: article.id })
  await decide(moderator, { ...(await readByDesk(rejected.id)), move: 'reject', reason: 'spam' }, noon)
  for (const { id } of [held, rejected]) {
    await deleteComment(author, { commentId: id, what: 'comment' }, noon)
    expect(await decide(moderator, { ...(await readByDesk(id)), move: 'approve' }, noon)).toMatchObject({
      ok: false,
    })
  }
  expect(await findDrift()).toEqual([])
})

test('the conversation may be closed, and the author banned', async () => {
  const { article, author, comment } = await given()
  await setConversation(article.id, 'closed')
  await banReader((await db().reader.findUniqueOrThrow({ where: { id: author.id } })).email, 'spam', null)
  expect(await deleteComment(author, { commentId: comment.id, what: 'name' }, noon)).toMatchObject({
    ok: true,
  })
  expect(await deleteComment(author, { commentId: comment.id, what: 'comment' }, noon)).toMatchObject({
    ok: true,
  })
})

test('without its author’s name a comment stays, its words and answers too, and nobody learns who it was', async () => {
  const { article, author, moderator, comment } = await given()
  await givenApproved(await givenReader(), moderator, { articleId: article.id, parentId: comment.id })
  const before = await versionsOf(article.id, author.id)
  await deleteComment(author, { commentId: comment.id, what: 'name' }, noon)
  // The conversation's pages and the profile lose the name at once, and open pages hear of it.
  const after = await versionsOf(article.id, author.id)
  for (const [index, version] of after.entries()) expect(version).toBeGreaterThan(before[index] ?? 0n)
  const newest = { where: { articleId: article.id }, orderBy: { id: 'desc' } } as const
  expect(await db().talkEvent.findFirst(newest)).toMatchObject({ kind: 'edited', commentId: comment.id })
  const [row] = await db().$queryRaw<{ authorId: number | null; anonymous: boolean }[]>`
    select "authorId", anonymous from "PublicComment" where id = ${comment.id}`
  expect(row).toEqual({ authorId: null, anonymous: true })
  const shown = await findPublicComment(comment.id, article.id)
  expect(shown?.text).not.toBeNull()
  expect(JSON.stringify(shown)).not.toContain(author.name)
  expect(await findDrift()).toEqual([])
})

test('nobody deletes what is somebody else’s, signed in or not', async () => {
  const { article, comment, moderator } = await given()
  const input = { commentId: comment.id, what: 'comment' } as const
  expect(await deleteComment(await givenReader(), input, noon)).toMatchObject({ error: 'no-comment' })
  expect(await deleteComment(moderator, input, noon)).toMatchObject({ error: 'no-comment' })
  expect(await deleteComment(null, input, noon)).toMatchObject({ error: 'signed-out' })
  expect(await findPublicComment(comment.id, article.id)).not.toBeNull()
})

/** Of what shows a comment with its author's name: its conversation and their profile. */
async function versionsOf(articleId: number, readerId: number): Promise<bigint[]> {
  const names = [topics.talk(articleId), topics.reader(readerId)]
  const rows = await db().topic.findMany({ where: { name: { in: names } }, orderBy: { name: 'asc' } })
  expect(rows).toHaveLength(2)
  return rows.map(({ version }) => version)
}
