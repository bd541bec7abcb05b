import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { editComment } from './commands-edit'

useTestDatabase()

test('who is named hears of it once, when the words are public; not oneself, and not who has muted their writer', async () => {
  const [author, article, moderator] = [await givenReader(), await givenArticle(), await givenModerator()]
  const [ben, cleo] = [await givenReader('reader', 'Ben Okoro'), await givenReader('reader', 'Cleo Marsh')]
  await db().mute.create({ data: { readerId: cleo.id, mutedId: author.id } })
  const names = [
    await handle(ben),
    (await handle(ben)).toUpperCase(),
    await handle(cleo),
    await handle(author),
    'nobody-here',
  ]
  const body = names.map((name) => `@${name}`).join(' and ')
  const comment = await givenComment(author, { articleId: article.id, body })
  expect(await told(comment.id)).toEqual([])
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(
    await db().mention.findMany({ where: { commentId: comment.id }, select: { readerId: true } }),
  ).toEqual([{ readerId: ben.id }])
  expect(await told(comment.id)).toMatchObject([{ payload: { commentId: comment.id, readerId: ben.id } }])
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'other' }, noon)
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'approve' }, noon)
  expect(await told(comment.id)).toHaveLength(1)
  const byStaff = await givenComment(moderator, {
    articleId: article.id,
    body: `Thank you, @${await handle(ben)}.`,
  })
  expect(await db().mention.count({ where: { commentId: byStaff.id } })).toBe(1)
})

test('who is named by a change of a public comment hears of it as well, and who stood there already not again', async () => {
  const [author, article] = [await givenKnown(), await givenArticle()]
  const [ben, cleo] = [await givenReader('reader', 'Ben Okoro'), await givenReader('reader', 'Cleo Marsh')]
  const first = await givenComment(author, { articleId: article.id, body: `Ask @${await handle(ben)}.` })
  const { revisionId } = await readByDesk(first.id)
  const body = `Ask @${await handle(ben)} or @${await handle(cleo)}.`
  const edited = await editComment(author, { commentId: first.id, revisionId, body }, minutesAfterNoon(1))
  expect(edited).toMatchObject({ ok: true, value: { state: 'published' } })
  expect((await told(first.id)).map(({ payload }) => payload)).toEqual([
    { commentId: first.id, readerId: ben.id },
    { commentId: first.id, readerId: cleo.id },
  ])
})

test('of a text that calls out to more than ten, ten are told', async () => {
  const [author, article] = [await givenKnown(), await givenArticle()]
  const names = []
  for (let index = 0; index < 12; index += 1)
    names.push(await handle(await givenReader('reader', `Many ${index}`)))
  const body = names.map((name) => `@${name}`).join(' ')
  const { id, state } = await givenComment(author, { articleId: article.id, body })
  expect(state).toBe('published')
  expect(await told(id)).toHaveLength(10)
})

async function handle({ id }: { id: number }): Promise<string> {
  return (await db().reader.findUniqueOrThrow({ where: { id }, select: { handle: true } })).handle
}

/** Who was left word that a comment names them. */
function told(commentId: number) {
  const payload = { path: ['commentId'], equals: commentId }
  return db().outbox.findMany({ where: { kind: 'comment-mention', payload }, orderBy: { id: 'asc' } })
}
