import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle } from '@/lib/database/test-newsroom'
import { setState } from './commands'
import { recordReads } from './commands-reads'
import { listMostRead, listReadDays } from './queries-reads'

useTestDatabase()

test('what is read most comes first, over days, while it is public', async () => {
  const [one, other, gone] = [await givenArticle(), await givenArticle(), await givenArticle()]
  await recordReads('2026-03-01', new Map([[one.id, 9]]))
  await recordReads(
    '2026-03-02',
    new Map([
      [one.id, 2],
      [other.id, 5],
      [gone.id, 7],
      [2_147_483_647, 3],
    ]),
  )
  await recordReads('2026-03-02', new Map([[other.id, 1]]))
  await setState(gone.id, 'withdrawn')
  await recordReads('2026-03-02', new Map([[gone.id, 1]]))
  const listed = async (since: string) =>
    (await listMostRead({ take: 5, since })).map(({ id, reads }) => [id, reads])
  expect(await listed('2026-03-02')).toEqual([
    [other.id, 6],
    [one.id, 2],
  ])
  expect(await listed('2026-03-01')).toEqual([
    [one.id, 11],
    [other.id, 6],
  ])
  expect(await listReadDays({ take: 2 })).toEqual([
    { day: '2026-03-02', reads: 15 },
    { day: '2026-03-01', reads: 9 },
  ])
})

test('processes that write at once lose nothing', async () => {
  const articles = await Promise.all(Array.from({ length: 5 }, () => givenArticle()))
  const counts = new Map(articles.map(({ id }) => [id, 1]))
  const turned = new Map([...counts].reverse())
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => recordReads('2026-04-01', index % 2 ? counts : turned)),
  )
  const found = await listMostRead({ take: 9, since: '2026-04-01' })
  expect(found.map(({ reads }) => reads)).toEqual([10, 10, 10, 10, 10])
})
