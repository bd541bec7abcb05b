import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenComment,
  givenModerator,
  givenReader,
  givenStory,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { type Author, findPublicById } from './queries'

useTestDatabase()

async function authorOf(commentId: number): Promise<Author | null | undefined> {
  return (await findPublicById(commentId))?.author
}

test('who wrote an article has its mark under that article, and under no other', async () => {
  const [ines, ana] = [await givenReader('reader', 'Ines Writes'), await givenModerator()]
  const [own, other] = [
    await givenStory({ bylines: ['ines-writes'] }),
    await givenStory({ bylines: ['somebody-else'] }),
  ]
  await db().author.update({ where: { slug: 'ines-writes' }, data: { readerId: ines.id } })
  const under = async (articleId: number) => authorOf((await givenApproved(ines, ana, { articleId })).id)
  expect(await under(own.id)).toMatchObject({ wroteArticle: true })
  expect(await under(other.id)).toMatchObject({ wroteArticle: false })
})

test('a newcomer’s first comments say so for good, the first after two approvals does not', async () => {
  const [newcomer, ana, article] = [await givenReader(), await givenModerator(), await givenStory()]
  const first = await givenApproved(newcomer, ana, { articleId: article.id })
  const second = await givenApproved(newcomer, ana, { articleId: article.id })
  const third = await givenComment(newcomer, { articleId: article.id })
  const marks = []
  for (const { id } of [first, second, third]) marks.push((await authorOf(id))?.isNewcomer)
  expect(marks).toEqual([true, true, false])
})

test('staff are marked while they are staff, on what they wrote before as well', async () => {
  const [ana, article] = [await givenModerator(), await givenStory()]
  const { id } = await givenComment(ana, { articleId: article.id })
  expect(await authorOf(id)).toMatchObject({ isStaff: true, isNewcomer: false })
  await db().reader.update({ where: { id: ana.id }, data: { role: 'reader' }, select: { id: true } })
  expect(await authorOf(id)).toMatchObject({ isStaff: false })
})
