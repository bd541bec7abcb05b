import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decideMany } from './commands-batch'
import { undoBatch } from './commands-undo-batch'
import { listRaids } from './queries-raid'

useTestDatabase()

const said = (ending: string) =>
  `Every reader of this paper has to know that the harbour bridge was sold to a company from abroad last ${ending}`

test('A24: four new accounts that say nearly the same are one card, rejected by one press and brought back by one', async () => {
  const [moderator, first, second] = [await givenModerator(), await givenArticle(), await givenArticle()]
  const known = await givenKnown('Ana Known')
  await db().reader.update({
    where: { id: known.id },
    data: { createdAt: minutesAfterNoon(-2 * 1_440) },
    select: { id: true },
  })
  const ids: number[] = []
  for (const [index, ending] of ['spring', 'spring', 'autumn', 'spring', 'spring'].entries()) {
    if (index === 4) expect(await listRaids(moderator, minutesAfterNoon(10))).toMatchObject([{ accounts: 4 }])
    const { id } = index % 2 === 0 ? first : second
    const comment = await givenComment(
      await givenReader(),
      { articleId: id, body: said(ending) },
      minutesAfterNoon(index),
    )
    ids.push(comment.id)
  }
  // Somebody who says it, too, and has been here for long; and new ones who say something else.
  await givenComment(known, { articleId: first.id, body: said('winter') }, minutesAfterNoon(6))
  for (let index = 0; index < 4; index += 1)
    await givenComment(await givenReader(), { articleId: first.id }, minutesAfterNoon(7))

  const [raid, ...others] = await listRaids(moderator, minutesAfterNoon(10))
  expect(others).toEqual([])
  expect(raid?.comments.map(({ commentId }) => commentId)).toEqual(ids)
  expect(raid).toMatchObject({ accounts: 5, example: said('spring') })

  const batch = { comments: raid?.comments ?? [], move: 'reject', reason: 'spam', note: null } as const
  const rejected = await decideMany(moderator, batch, minutesAfterNoon(11))
  expect(rejected).toMatchObject({ ok: true, value: { decided: ids, left: [] } })
  expect(await listRaids(moderator, minutesAfterNoon(12))).toEqual([])
  if (!rejected.ok) throw new Error(rejected.error)
  await undoBatch(moderator, rejected.value.actionId, minutesAfterNoon(13))
  expect(await listRaids(moderator, minutesAfterNoon(14))).toMatchObject([{ accounts: 5 }])
  // A day later it is no news.
  expect(await listRaids(moderator, minutesAfterNoon(2 * 1_440))).toEqual([])
})
