import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { givenMailServer, givenReceiver } from '@/lib/database/test-receivers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { decide } from '@/lib/moderation/commands'
import { saveQueue } from '@/lib/moderation/commands-queues'
import { wholeQueue } from '@/lib/moderation/queue-filter'
import { heldMs, mostAttempts, takeNotes, waitMs } from '@/lib/outbox-sending'
import { shared } from '@/lib/shared'
import { sendOutbox } from './send-outbox'
import { watchClocks } from './watch-clocks'

useTestDatabase({
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Tribune <desk@example.org>',
  ALERT_MAIL: 'ana@example.org,ben@example.org',
})

const secret = 'a secret that both know'
const logged: Record<string, unknown>[] = []
const log = (line: Record<string, unknown>) => void logged.push(line)
let mail: Awaited<ReturnType<typeof givenMailServer>>
let hook: Awaited<ReturnType<typeof givenReceiver>>

beforeAll(async () => {
  mail = await givenMailServer()
  hook = await givenReceiver()
  shared().env = {
    ...env(),
    SMTP_URL: mail.url,
    ALERT_WEBHOOK_URL: hook.url,
    ALERT_WEBHOOK_SECRET: secret,
  }
})

afterAll(async () => {
  await mail.close()
  await hook.close()
})

beforeEach(async () => {
  await db().outbox.deleteMany()
  await db().savedQueue.deleteMany()
  mail.mails.length = 0
  hook.posted.length = 0
  logged.length = 0
  Object.assign(mail.state, { refusing: false })
  Object.assign(hook.state, { status: 200, silent: false })
})

test('a queue that waits longer than promised is told once, by mail and webhook', async () => {
  const { queueId } = await givenBreach('Bridges <!channel> & more')
  await watchClocks(minutesAfterNoon(29))
  expect(await waitingNotes()).toBe(0)
  await watchClocks(minutesAfterNoon(31))
  await watchClocks(minutesAfterNoon(32))
  expect(await waitingNotes()).toBe(2)
  await sendOutbox(minutesAfterNoon(32), log)
  await sendOutbox(minutesAfterNoon(60), log)

  expect(mail.mails).toHaveLength(1)
  expect(mail.mails[0]?.to).toEqual(['ana@example.org', 'ben@example.org'])
  expect(mail.mails[0]?.raw).toContain(`saved=3D${queueId}`)
  expect(hook.posted).toHaveLength(1)
  const body = JSON.parse(hook.posted[0]?.body ?? '')
  expect(body).toMatchObject({
    text: expect.stringContaining('“Bridges &lt;!channel&gt; &amp; more”, the first for 32 minutes'),
    kind: 'queue-overdue',
    queue: { id: queueId, waiting: 1, promisedMinutes: 30, name: 'Bridges <!channel> & more' },
  })
})

test('the webhook is signed over its time and body', async () => {
  await givenBreach('Signed')
  await watchClocks(minutesAfterNoon(31))
  await sendOutbox(minutesAfterNoon(31), log)
  const [posted] = hook.posted
  const [, time, proof] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(posted?.headers['tribune-signature'])) ?? []
  expect(Number(time)).toBe(minutesAfterNoon(31).getTime() / 1000)
  expect(proof).toBe(createHmac('sha256', secret).update(`${time}.${posted?.body}`).digest('hex'))
})

test('a promise that is kept again is told of anew when it breaks again', async () => {
  const { commentId, moderator, articleId } = await givenBreach('Again')
  await watchClocks(minutesAfterNoon(31))
  await decide(moderator, { ...(await readByDesk(commentId)), move: 'approve' }, minutesAfterNoon(32))
  await watchClocks(minutesAfterNoon(33))
  expect(await db().savedQueue.findFirst({ select: { overdueSince: true } })).toEqual({ overdueSince: null })
  // What was read meanwhile is no news.
  await sendOutbox(minutesAfterNoon(33), log)
  expect([mail.mails.length, hook.posted.length, await waitingNotes()]).toEqual([0, 0, 0])
  await givenComment(await givenReader(), { articleId }, minutesAfterNoon(40))
  await watchClocks(minutesAfterNoon(71))
  await sendOutbox(minutesAfterNoon(71), log)
  expect([mail.mails.length, hook.posted.length]).toEqual([1, 1])
})

test('of many processes that watch and send at once, one tells', async () => {
  await givenBreach('Watched')
  await Promise.all(Array.from({ length: 6 }, () => watchClocks(minutesAfterNoon(31))))
  expect(await waitingNotes()).toBe(2)
  await Promise.all(Array.from({ length: 6 }, () => sendOutbox(minutesAfterNoon(31), log)))
  expect([mail.mails.length, hook.posted.length]).toEqual([1, 1])
})

test('what fails is tried again, later each time, and keeps nothing else back', async () => {
  await givenBreach('Trouble')
  await watchClocks(minutesAfterNoon(31))
  Object.assign(hook.state, { status: 500 })
  mail.state.refusing = true
  let now = minutesAfterNoon(31)
  await sendOutbox(now, log)
  expect(logged.map(({ event }) => event)).toEqual(['outbox-failed', 'outbox-failed'])
  mail.state.refusing = false
  await sendOutbox(new Date(now.getTime() + waitMs(1) - 1), log)
  expect(mail.mails).toHaveLength(0)
  for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
    now = new Date(now.getTime() + waitMs(attempt))
    await sendOutbox(now, log)
  }
  expect(mail.mails).toHaveLength(1)
  expect(hook.posted).toHaveLength(mostAttempts)
  expect(logged.at(-1)).toMatchObject({ event: 'outbox-given-up', attempts: mostAttempts })
  await sendOutbox(new Date(now.getTime() + 86_400_000), log)
  expect(hook.posted).toHaveLength(mostAttempts)
})

test('a redirect is no answer', async () => {
  await givenBreach('Elsewhere')
  await watchClocks(minutesAfterNoon(31))
  Object.assign(hook.state, { status: 302, headers: { location: hook.url.href } })
  await sendOutbox(minutesAfterNoon(31), log)
  expect(hook.posted).toHaveLength(1)
  expect(logged).toMatchObject([{ event: 'outbox-failed' }])
})

test('what was under way in a process that died is sent by another', async () => {
  await givenBreach('Killed')
  await watchClocks(minutesAfterNoon(31))
  const now = minutesAfterNoon(31)
  expect(await takeNotes(['queue-overdue'], 10, now)).toHaveLength(2)
  await sendOutbox(new Date(now.getTime() + heldMs - 1), log)
  expect(mail.mails).toHaveLength(0)
  await sendOutbox(new Date(now.getTime() + heldMs), log)
  expect([mail.mails.length, hook.posted.length]).toEqual([1, 1])
})

test('kinds that nobody sends yet stay', async () => {
  const { articleId } = await givenBreach('Others')
  await givenComment(await givenReader(), { articleId })
  await sendOutbox(minutesAfterNoon(31), log)
  expect(
    await db().outbox.count({ where: { attempts: 0, doneAt: null, kind: 'comment-held' } }),
  ).toBeGreaterThan(0)
})

test('waits grow from half a minute to an hour', () => {
  expect([1, 2, 3, 8, 12].map(waitMs)).toEqual([30_000, 60_000, 120_000, 3_600_000, 3_600_000])
})

async function givenBreach(name: string) {
  const [moderator, reader, { id: articleId }] = [
    await givenModerator(),
    await givenReader(),
    await givenArticle(),
  ]
  const comment = await givenComment(reader, { articleId })
  const filter = { ...wholeQueue, article: articleId }
  const saved = await saveQueue(moderator, { name, filter, promisedMinutes: 30 }, minutesAfterNoon(0))
  if (!saved.ok) throw new Error(saved.error)
  return { queueId: saved.value.id, commentId: comment.id, moderator, articleId }
}

function waitingNotes(): Promise<number> {
  return db().outbox.count({ where: { kind: 'queue-overdue', doneAt: null } })
}
