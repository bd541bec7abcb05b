import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenReader, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { recordVisit } from './commands-visit'
import { findVisit } from './queries-visit'

useTestDatabase()

test('a visit is its reader’s and its article’s, and the last one counts', async () => {
  const [article, other] = [await givenArticle(), await givenArticle()]
  const [ana, ben] = [await givenReader('reader', 'Ana'), await givenReader('reader', 'Ben')]
  await recordVisit(ana, article.id, noon)
  await recordVisit(ana, article.id, minutesAfterNoon(20))
  expect(await findVisit(ana, article.id)).toEqual(minutesAfterNoon(20))
  expect(await findVisit(ana, other.id)).toBeNull()
  expect(await findVisit(ben, article.id)).toBeNull()
})

test('however often and late it is told, it never goes back, and half a minute is one visit', async () => {
  const article = await givenArticle()
  const ana = await givenReader('reader', 'Cleo')
  await recordVisit(ana, article.id, minutesAfterNoon(20))
  await recordVisit(ana, article.id, noon)
  await Promise.all(
    Array.from({ length: 30 }, (_, second) =>
      recordVisit(ana, article.id, new Date(minutesAfterNoon(20).getTime() + second * 1_000)),
    ),
  )
  expect(await findVisit(ana, article.id)).toEqual(minutesAfterNoon(20))
  expect(await db().visit.count({ where: { readerId: ana.id } })).toBe(1)
})

test('an article that is not there is not visited, and what is three months old is forgotten', async () => {
  const [article, later] = [await givenArticle(), await givenArticle()]
  const ana = await givenReader('reader', 'Dora')
  await recordVisit(ana, 2_000_000_000, noon)
  await db().article.update({ where: { id: article.id }, data: { state: 'withdrawn' }, select: { id: true } })
  await recordVisit(ana, article.id, noon)
  expect(await db().visit.count({ where: { readerId: ana.id } })).toBe(0)
  await db().article.update({ where: { id: article.id }, data: { state: 'published' }, select: { id: true } })
  await recordVisit(ana, article.id, noon)
  await recordVisit(ana, later.id, minutesAfterNoon(91 * 24 * 60))
  expect(await findVisit(ana, article.id)).toBeNull()
})
