import { describe, expect, test } from 'vitest'
import { setConversation, setState } from '@/lib/articles/commands'
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
import { editComment } from './commands-edit'
import { findOwnInArticle } from './queries-own-in-article'

useTestDatabase()

test('a comment that waits is its author’s to see, and nobody else’s', async () => {
  const [article, author, other] = [await givenArticle(), await givenReader(), await givenReader()]
  const { id } = await givenComment(author, { articleId: article.id, body: 'It leaks.' })
  await givenComment(other, { articleId: article.id })
  const own = await findOwnInArticle(author, article.id, noon)
  expect(own.comments).toEqual([
    {
      id,
      parentId: null,
      state: 'held',
      isPublic: false,
      source: 'It leaks.',
      text: [{ type: 'paragraph', content: ['It leaks.'] }],
      createdAt: noon,
      editableUntil: minutesAfterNoon(5),
    },
  ])
  const strangers = [other, await givenReader(), await givenModerator()]
  for (const stranger of strangers) {
    const { comments } = await findOwnInArticle(stranger, article.id, noon)
    expect(comments.map((comment) => comment.id)).not.toContain(id)
  }
})

test('it is shown under its own article, however old, newest first', async () => {
  const [here, elsewhere, author] = [await givenArticle(), await givenArticle(), await givenReader()]
  const first = await givenComment(author, { articleId: here.id })
  await givenComment(author, { articleId: elsewhere.id })
  const second = await givenComment(author, { articleId: here.id, parentId: null }, minutesAfterNoon(2))
  const muchLater = minutesAfterNoon(60 * 24 * 400)
  const { comments } = await findOwnInArticle(author, here.id, muchLater)
  expect(comments.map(({ id }) => id)).toEqual([second.id, first.id])
  expect(comments.map(({ editableUntil }) => editableUntil)).toEqual([null, null])
})

test('what was decided is known for a day: published, rejected, and an edit that waits', async () => {
  const [article, author, moderator] = [await givenArticle(), await givenReader(), await givenModerator()]
  const input = { articleId: article.id }
  const published = await givenApproved(author, moderator, input)
  const edited = await givenApproved(author, moderator, input)
  const rejected = await givenComment(author, input)
  await decide(moderator, { ...(await readByDesk(rejected.id)), move: 'reject', reason: 'spam' }, noon)
  const { revisionId } = await readByDesk(edited.id)
  await db().reader.update({ where: { id: author.id }, data: { approvedCount: 0 }, select: { id: true } })
  await editComment(author, { commentId: edited.id, revisionId, body: 'Otherwise.' }, noon)

  const own = await findOwnInArticle(author, article.id, minutesAfterNoon(1))
  const standing = new Map(own.comments.map(({ id, state, isPublic }) => [id, [state, isPublic]]))
  expect(standing.get(published.id)).toEqual(['published', true])
  expect(standing.get(edited.id)).toEqual(['held', true])
  expect(standing.get(rejected.id)).toEqual(['rejected', false])
  expect(own.comments.find(({ id }) => id === rejected.id)?.editableUntil).toBeNull()
  expect(own.comments.find(({ id }) => id === edited.id)?.source).toBe('Otherwise.')

  const aDayLater = minutesAfterNoon(24 * 60)
  expect((await findOwnInArticle(author, article.id, aDayLater)).comments.map(({ id }) => id)).toEqual([
    edited.id,
  ])
})

describe('until when it may be edited', () => {
  test('five minutes from posting, to the last', async () => {
    const [article, author] = [await givenArticle(), await givenReader()]
    await givenComment(author, { articleId: article.id })
    const until = async (now: Date) =>
      (await findOwnInArticle(author, article.id, now)).comments[0]?.editableUntil
    expect(await until(minutesAfterNoon(5))).toEqual(minutesAfterNoon(5))
    expect(await until(new Date(minutesAfterNoon(5).getTime() + 1))).toBeNull()
  })

  test('not at all for whoever is banned, and not where the conversation is closed', async () => {
    const [article, author] = [await givenArticle(), await givenReader()]
    const { id } = await givenComment(author, { articleId: article.id })
    const banned = await findOwnInArticle({ ...author, banned: true }, article.id, noon)
    expect(banned.comments).toMatchObject([{ id, editableUntil: null }])
    await setConversation(article.id, 'closed')
    const closed = await findOwnInArticle(author, article.id, noon)
    expect(closed.comments).toMatchObject([{ id, editableUntil: null }])
  })
})

test.each(['withdrawn', 'blocked'] as const)('under an article that is %s nothing is told', async (state) => {
  const [article, author] = [await givenArticle(), await givenReader()]
  await givenComment(author, { articleId: article.id })
  await setState(article.id, state)
  expect(await findOwnInArticle(author, article.id, noon)).toEqual({ comments: [], votes: [] })
})

test('votes are one’s own, in this article, for comments that can be read', async () => {
  const [here, elsewhere, reader, other] = [
    await givenArticle(),
    await givenArticle(),
    await givenReader(),
    await givenReader(),
  ]
  const moderator = await givenModerator()
  const [liked, passed, held, far] = [
    await givenComment(moderator, { articleId: here.id }),
    await givenComment(moderator, { articleId: here.id }),
    await givenComment(other, { articleId: here.id }),
    await givenComment(moderator, { articleId: elsewhere.id }),
  ]
  for (const { id: commentId } of [liked, held, far])
    await db().vote.create({ data: { commentId, readerId: reader.id }, select: { commentId: true } })
  await db().vote.create({ data: { commentId: passed.id, readerId: other.id }, select: { commentId: true } })
  expect((await findOwnInArticle(reader, here.id, noon)).votes).toEqual([liked.id])
})
