import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle } from '@/lib/database/test-newsroom'
import { givenReceiver } from '@/lib/database/test-receivers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { waitMs } from '@/lib/outbox-sending'
import { shared } from '@/lib/shared'
import { notePings } from './ping'
import { sendOutbox } from './send-outbox'

useTestDatabase()

const now = new Date()
const key = 'a-key-of-the-newsrooms-own'
const log = () => undefined
let receiver: Awaited<ReturnType<typeof givenReceiver>>

beforeAll(async () => {
  receiver = await givenReceiver()
})
afterAll(() => receiver.close())
beforeEach(async () => {
  configure({ WEBSUB_HUB: receiver.url, INDEXNOW_KEY: key, INDEXNOW_URL: receiver.url })
  await db().outbox.deleteMany()
  await db().changedArticle.deleteMany()
  receiver.posted.length = 0
  receiver.state.status = 202
})

test('what changed is told to the hub and to search engines, once', async () => {
  const { id } = await givenArticle()
  await setState(id, 'withdrawn')
  await setState(id, 'published')
  await Promise.all(Array.from({ length: 4 }, () => notePings(now)))
  await sendOutbox(now, log)
  await notePings(now)
  await sendOutbox(now, log)
  expect(receiver.posted).toHaveLength(2)
  const bodies = receiver.posted.map(({ body }) => body)
  const told = new URLSearchParams(bodies.find((body) => body.startsWith('hub.mode=publish')))
  const { origin } = env().SITE_URL
  expect(told.getAll('hub.url')).toEqual(
    ['', '/section/world'].flatMap((page) =>
      ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${origin}${page}/${name}`),
    ),
  )
  expect(JSON.parse(bodies.find((body) => body.startsWith('{')) ?? '')).toEqual({
    host: env().SITE_URL.host,
    key,
    keyLocation: `${origin}/${key}.txt`,
    urlList: [`${origin}/news/${id}/a-bridge-is-built`],
  })
})

test('who is not there is told later', async () => {
  const { id } = await givenArticle()
  await setState(id, 'withdrawn')
  await notePings(now)
  receiver.state.status = 503
  await sendOutbox(now, log)
  receiver.posted.length = 0
  receiver.state.status = 204
  await sendOutbox(new Date(now.getTime() + waitMs(1)), log)
  expect(receiver.posted).toHaveLength(2)
})

test('an archive that is brought in is told to nobody', async () => {
  await givenArticle()
  expect(await db().changedArticle.count()).toBe(0)
})

test('without a hub and a key nothing is left, and nothing piles up', async () => {
  configure({ WEBSUB_HUB: undefined, INDEXNOW_KEY: undefined })
  await setState((await givenArticle()).id, 'withdrawn')
  await notePings(now)
  expect([await db().outbox.count(), await db().changedArticle.count()]).toEqual([0, 0])
})

function configure(settings: Partial<ReturnType<typeof env>>): void {
  shared().env = { ...env(), ...settings }
}
