import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenComment, givenModerator, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { sweep } from './sweep'

useTestDatabase()

test('a past rank stays for as long as somebody may read on by it', async () => {
  const article = await givenArticle()
  const { id } = await givenComment(await givenModerator(), { articleId: article.id })
  await db().pastRank.create({
    data: { commentId: id, articleId: article.id, sort: 'best', rank: 0.5, since: noon, until: noon },
    select: { id: true },
  })
  const left = () => db().pastRank.count({ where: { commentId: id } })
  await sweep(new Date(noon.getTime() + 3_600_000))
  expect(await left()).toBe(1)
  await sweep(new Date(noon.getTime() + 3_600_001))
  expect(await left()).toBe(0)
})
