import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, minutesAfterNoon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { VersionKind } from '@/prisma/generated/enums'
import { fromParagraphs } from './body'
import { reviseArticle, setState } from './commands'
import { listUpdates } from './queries'

useTestDatabase()

async function revised(id: number, minutes: number, kind?: VersionKind) {
  const text = { headline: 'A bridge is built', standfirst: null, dateline: null, tags: [], picture: null }
  const version = { ...text, body: fromParagraphs(['It stands.', `As of minute ${minutes}.`]) }
  const change = { reason: 'a secret reason', ...(kind ? { kind } : {}) }
  const changed = await reviseArticle(id, version, change, minutesAfterNoon(minutes))
  if (!changed.ok) throw new Error(changed.error)
}

test('a comment is told apart by what readers were told of as new: no trifle, and nothing that nobody could read', async () => {
  const { id } = await givenArticle()
  expect(await listUpdates(id)).toEqual([])
  await revised(id, 1)
  await revised(id, 2, 'typo')
  expect(await listUpdates(id)).toEqual([minutesAfterNoon(1)])
  await setState(id, 'withdrawn')
  await revised(id, 3)
  await revised(id, 4)
  expect(await listUpdates(id)).toEqual([])
  await setState(id, 'published')
  // Of what was written meanwhile only the last was ever read, and from then on.
  const { publishedAt } = await db().publishedVersion.findFirstOrThrow({
    where: { articleId: id },
    orderBy: { number: 'desc' },
  })
  expect(await listUpdates(id)).toEqual([minutesAfterNoon(1), publishedAt])
  expect(await db().articleVersion.count({ where: { articleId: id } })).toBe(5)
})

test('of more than twenty the last twenty are told, the oldest first', async () => {
  const { id } = await givenArticle()
  for (let minute = 1; minute <= 22; minute += 1) await revised(id, minute)
  const told = await listUpdates(id)
  expect([told.length, told[0], told.at(-1)]).toEqual([20, minutesAfterNoon(3), minutesAfterNoon(22)])
})
