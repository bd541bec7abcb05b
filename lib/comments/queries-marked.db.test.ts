import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { deleteComment } from './commands-delete'
import { findPublicById } from './queries'
import { listFirstAnswers, listMarked } from './queries-marked'

useTestDatabase()

test('A30: who of the newsroom took their name off stands nowhere as the newsroom, unless somebody picked it', async () => {
  const [ana, article] = [await givenModerator(), await givenArticle()]
  const write = (parentId: number | null, minutes: number) =>
    givenComment(ana, { articleId: article.id, parentId }, minutesAfterNoon(minutes))
  const root = await write(null, 0)
  const answers = []
  for (let minute = 1; minute <= 5; minute += 1) answers.push((await write(root.id, minute)).id)
  // The first three are no staff's any more: were they oldest by chance, nobody could tell.
  await db().comment.updateMany({ where: { id: { in: answers.slice(0, 3) } }, data: { byStaff: false } })
  const last = answers[4] ?? 0
  const first = async () => {
    const shown = await findPublicById(root.id)
    return shown ? (await listFirstAnswers([shown])).map(({ id }) => id) : []
  }
  const marked = async () => (await listMarked(article.id)).map(({ id }) => id)
  expect(await first()).toEqual([answers[3], last, answers[0]])
  expect(await marked()).toEqual([last, answers[3], root.id])
  await deleteComment(ana, { commentId: last, what: 'name' }, noon)
  expect(await first()).toEqual([answers[3], answers[0], answers[1]])
  expect(await marked()).toEqual([answers[3], root.id])
  await db().comment.update({
    where: { id: last },
    data: { pickedAt: noon },
    select: { id: true },
  })
  expect(await first()).toEqual([answers[3], last, answers[0]])
  expect(await marked()).toEqual([last, answers[3], root.id])
})
