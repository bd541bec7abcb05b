import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { shared } from '@/lib/shared'
import { topics } from '@/lib/topics'
import { setState } from './commands'
import { keepMostRead } from './commands-reads'
import { listKeptMostRead } from './queries-reads'

useTestDatabase()

const now = new Date('2026-03-10T12:00:00Z')

test('the front is made again when what is read most is another, and only then', async () => {
  const [most, less] = [await givenArticle(), await givenArticle()]
  await givenReads([most.id, '2026-03-09', 3], [less.id, '2026-03-10', 2])
  expect(await movesFront(() => keep())).toBe(true)
  expect(await shown()).toEqual([most.id, less.id])
  expect(await movesFront(() => keep())).toBe(false)
  // More reads, and the same order.
  await givenReads([most.id, '2026-03-10', 1])
  expect(await movesFront(() => keep())).toBe(false)
  await givenReads([less.id, '2026-03-09', 9])
  expect(await movesFront(() => Promise.all([keep(), keep()]))).toBe(true)
  expect(await shown()).toEqual([less.id, most.id])
  await setState(less.id, 'withdrawn')
  expect(await shown()).toEqual([most.id])
})

test.each([
  // 9 March there, where UTC still has the 8th.
  ['2026-03-10T12:30:00Z', 'Pacific/Auckland', []],
  ['2026-03-10T12:30:00Z', 'UTC', ['2026-03-08']],
  // And there it is still the 9th when UTC has the 10th.
  ['2026-03-11T02:00:00Z', 'America/Los_Angeles', ['2026-03-08']],
  ['2026-03-11T02:00:00Z', 'UTC', []],
])('at %s in %s, the days of the 8th that count are %j', async (instant, timeZone, days) => {
  await db().articleReads.deleteMany()
  const { id } = await givenArticle()
  await givenReads([id, '2026-03-08', 1])
  shared().env = { ...env(), SITE_TIMEZONE: timeZone }
  await keep(new Date(instant))
  expect(await shown()).toEqual(days.map(() => id))
})

async function keep(at = now): Promise<void> {
  await keepMostRead(at)
}

async function shown(): Promise<number[]> {
  return (await listKeptMostRead({ take: 5 })).map(({ id }) => id)
}

async function givenReads(...rows: [id: number, day: string, count: number][]): Promise<void> {
  await db().articleReads.createMany({
    data: rows.map(([articleId, day, count]) => ({ articleId, day: new Date(day), count })),
  })
}

async function movesFront(act: () => Promise<unknown>): Promise<boolean> {
  const version = async () =>
    (await db().topic.findUnique({ where: { name: topics.front }, select: { version: true } }))?.version
  const before = await version()
  await act()
  return (await version()) !== before
}
