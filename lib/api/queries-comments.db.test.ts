import { expect, test } from 'vitest'
import { setState } from '@/lib/articles/commands'
import { deleteComment } from '@/lib/comments/commands-delete'
import { editComment } from '@/lib/comments/commands-edit'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { decide } from '@/lib/moderation/commands'
import { listCommentsForPrograms } from './queries-comments'

useTestDatabase()

test('A33: programs get what is public of a conversation: no words that wait, were refused, taken back or replaced, and no name that was taken off', async () => {
  const { id: articleId } = await givenArticle()
  const [reader, newcomer] = [await givenReader(), await givenReader('reader', 'Ben Okri')]
  const moderator = await givenModerator()
  const say = (body: string) => givenApproved(reader, moderator, { articleId, body })
  const [shown, nameless, refused, deleted] = [
    await givenApproved(newcomer, moderator, { articleId, body: 'Words that stand.' }),
    await say('Words without a name.'),
    await say('Words that were refused.'),
    await say('Words that were taken back.'),
  ]
  await givenComment(await givenReader(), { articleId, body: 'Words that wait.' })
  const proposed = await editComment(
    newcomer,
    {
      commentId: shown.id,
      revisionId: (await readByDesk(shown.id)).revisionId,
      body: 'Words at https://a.example https://b.example https://c.example that wait.',
    },
    minutesAfterNoon(1),
  )
  expect(proposed).toMatchObject({ ok: true })
  await deleteComment(reader, { commentId: nameless.id, what: 'name' }, minutesAfterNoon(1))
  await deleteComment(reader, { commentId: deleted.id, what: 'comment' }, minutesAfterNoon(1))
  const refusal = { ...(await readByDesk(refused.id)), move: 'reject', reason: 'spam' } as const
  expect(await decide(moderator, refusal, minutesAfterNoon(1))).toMatchObject({ ok: true })

  const read = async () =>
    (await listCommentsForPrograms(articleId, null, 20, new URL('https://news.example'))).comments
  expect((await read()).map(({ html, author }) => [html, author?.name ?? null])).toEqual([
    ['<p>Words without a name.</p>', null],
    ['<p>Words that stand.</p>', 'Ben Okri'],
  ])
  await setState(articleId, 'withdrawn')
  expect(await read()).toEqual([])
})
