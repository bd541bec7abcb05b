import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import type { Moderator } from '@/lib/readers/viewer'
import { saveQueue } from './commands-queues'
import { listSavedQueues } from './queries-saved'
import { type QueueFilter, wholeQueue } from './queue-filter'

useTestDatabase()

test('every saved queue says how much waits, and from its promise on that it is broken', async () => {
  const [ana, author] = [await givenModerator(), await givenReader()]
  const [first, second, quiet] = [await givenArticle(), await givenArticle(), await givenArticle()]
  for (const at of [noon, minutesAfterNoon(10)]) await givenComment(author, { articleId: first.id }, at)
  await givenComment(author, { articleId: second.id }, minutesAfterNoon(20))
  const names = {
    promised: await given(ana, { article: first.id }, 30),
    later: await given(ana, { article: second.id }, 30),
    unpromised: await given(ana, { article: first.id }, null),
    empty: await given(ana, { article: quiet.id }, 1),
    unread: await given(ana, { queue: 'new', article: first.id }, 1),
  }
  const stands = async (minutes: number) => {
    const queues = await listSavedQueues(ana, minutesAfterNoon(minutes))
    return Object.values(names).map((name) => {
      const found = queues.find((queue) => queue.name === name)
      return [found?.count, found?.isOverdue]
    })
  }
  expect(await stands(30)).toEqual([
    [2, false],
    [1, false],
    [2, false],
    [0, false],
    [0, false],
  ])
  expect(await stands(31)).toEqual([
    [2, true],
    [1, false],
    [2, false],
    [0, false],
    [0, false],
  ])
  expect(await stands(51)).toEqual([
    [2, true],
    [1, true],
    [2, false],
    [0, false],
    [0, false],
  ])
})

async function given(
  ana: Moderator,
  filter: Partial<QueueFilter>,
  promisedMinutes: number | null,
): Promise<string> {
  const name = randomUUID().slice(0, 20)
  const saved = await saveQueue(ana, { name, filter: { ...wholeQueue, ...filter }, promisedMinutes }, noon)
  if (!saved.ok) throw new Error(saved.error)
  return name
}
