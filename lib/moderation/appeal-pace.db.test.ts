import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { takeAllowance } from '@/lib/pace'
import { decide } from './commands'
import { makeAppeal } from './commands-appeal'

useTestDatabase({ RATE_LIMITS: 'default' })

test('ten appeals, then one every few hours: more is a flood', async () => {
  const [author, moderator, article] = [await givenReader(), await givenModerator(), await givenArticle()]
  const comment = await givenComment(author, { articleId: article.id })
  await decide(moderator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  const pace = { burst: 10, everySeconds: 8_640 }
  for (let made = 0; made < 10; made += 1)
    expect(await takeAllowance(db(), `appeal ${author.id}`, pace, noon)).toBeNull()
  const appeal = { commentId: comment.id, body: 'The eleventh.' }
  expect(await makeAppeal(author, appeal, minutesAfterNoon(10))).toEqual({
    ok: false,
    error: 'too-soon',
    retryAt: minutesAfterNoon(144),
  })
  expect((await makeAppeal(author, appeal, minutesAfterNoon(144))).ok).toBe(true)
})
