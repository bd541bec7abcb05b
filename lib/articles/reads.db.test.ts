import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { setState } from './commands'
import { forgetReaders, recordReads, saltOfDay } from './commands-reads'
import { listMostRead, listReadDays } from './queries-reads'
import type { Sight } from './sight'

useTestDatabase()

/** So many readers of an article, each where nobody else is. */
function readersOf(articleId: number, from: number, until: number): Sight[] {
  return Array.from({ length: until - from }, (_, index) => {
    const somebody = `${articleId}-${from + index}`
    return { articleId, place: `at-${somebody}`, reader: somebody }
  })
}

async function readOn(day: string, sights: Sight[]): Promise<void> {
  await saltOfDay(day, 'salt')
  await recordReads(day, sights)
}

async function readsSince(since: string): Promise<[number, number][]> {
  return (await listMostRead({ take: 9, since })).map(({ id, reads }) => [id, reads])
}

test('what is read most comes first, over days, while it is public', async () => {
  const [one, other, gone] = [await givenArticle(), await givenArticle(), await givenArticle()]
  await readOn('2026-03-01', readersOf(one.id, 0, 9))
  await readOn('2026-03-02', [
    ...[...readersOf(one.id, 0, 2), ...readersOf(other.id, 0, 5), ...readersOf(gone.id, 0, 7)],
    ...readersOf(2_147_483_647, 0, 3),
  ])
  await readOn('2026-03-02', readersOf(other.id, 5, 6))
  await setState(gone.id, 'withdrawn')
  await readOn('2026-03-02', readersOf(gone.id, 7, 8))
  expect(await readsSince('2026-03-02')).toEqual([
    [other.id, 6],
    [one.id, 2],
  ])
  expect(await readsSince('2026-03-01')).toEqual([
    [one.id, 11],
    [other.id, 6],
  ])
  expect(await listReadDays({ take: 2 })).toEqual([
    { day: '2026-03-02', reads: 15 },
    { day: '2026-03-01', reads: 9 },
  ])
})

test('processes that write the same readers at once count each of them once', async () => {
  const articles = await Promise.all(Array.from({ length: 5 }, () => givenArticle()))
  const sights = articles.flatMap(({ id }) => readersOf(id, 0, 20))
  await saltOfDay('2026-04-01', 'salt')
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      recordReads('2026-04-01', index % 2 ? sights : sights.toReversed()),
    ),
  )
  expect((await readsSince('2026-04-01')).map(([, reads]) => reads)).toEqual([20, 20, 20, 20, 20])
  expect(await db().readDay.findMany({ select: { remembered: true } })).toContainEqual({ remembered: 100 })
})

test('one place is 25 readers at the most, however many processes it comes to', async () => {
  const { id } = await givenArticle()
  await saltOfDay('2026-05-01', 'salt')
  const crowd = (from: number) =>
    readersOf(id, from, from + 20).map((sight) => ({ ...sight, place: 'school' }))
  await Promise.all([recordReads('2026-05-01', crowd(0)), recordReads('2026-05-01', crowd(20))])
  await recordReads('2026-05-01', crowd(40))
  expect(await readsSince('2026-05-01')).toEqual([[id, 25]])
})

test('all processes have one salt for a day, and once the day is forgotten nothing is left to know anybody by', async () => {
  const { id } = await givenArticle()
  const salts = await Promise.all(['a', 'b', 'c', 'd'].map((fresh) => saltOfDay('2026-06-01', fresh)))
  expect(new Set(salts).size).toBe(1)
  await recordReads('2026-06-01', readersOf(id, 0, 3))
  await forgetReaders('2026-06-01')
  expect(await saltOfDay('2026-06-01', 'fresh')).toBe(salts[0])
  await forgetReaders('2026-06-02')
  const left = [await db().readDay.count(), await db().readSight.count()]
  expect(left).toEqual([0, 0])
  // Somebody too late is nobody.
  await recordReads('2026-06-01', readersOf(id, 3, 4))
  expect(await readsSince('2026-06-01')).toEqual([[id, 3]])
})

test('a story that is read evenly leads before those that had one day each', async () => {
  const [steady, ...others] = await Promise.all(Array.from({ length: 31 }, () => givenArticle()))
  if (!steady) throw new Error('no article')
  await db().articleReads.deleteMany()
  const days = ['2026-05-01', '2026-05-02', '2026-05-03']
  const rows = days.flatMap((day, index) => [
    { articleId: steady.id, day: new Date(day), count: 8 },
    ...others
      .slice(index * 10, index * 10 + 10)
      .map(({ id }, place) => ({ articleId: id, day: new Date(day), count: 9 + place })),
  ])
  await db().articleReads.createMany({ data: rows })
  const [first, second] = await listMostRead({ take: 2, since: '2026-05-01' })
  expect([first?.id, first?.reads]).toEqual([steady.id, 24])
  expect(second?.reads).toBe(18)
})
