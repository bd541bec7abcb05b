import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listConversation } from '@/lib/comments/queries-page'
import { withoutAnnouncements } from '@/lib/database/test-announcements'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { inTransaction } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { bumpTopics } from '@/lib/topics'
import { openDoor } from './door.fixture'
import { connectVersions, type HearingVersions } from './listener'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

const database = useTestDatabase()
const words = 'What must not be read any more.'
const clock = { now: 1_800_000_000_000 }
let door: Awaited<ReturnType<typeof openDoor>>
let versions: HearingVersions
let site: Newsroom

beforeEach(async () => {
  const { port } = new URL(database.url)
  door = await openDoor(Number(port))
  versions = await connectVersions({
    connection: () => {
      const way = new URL(database.url)
      way.port = String(door.port)
      return { connectionString: way.href }
    },
    now: () => clock.now,
    log: () => undefined,
    catchUpMs: 50,
  })
  site = await openNewsroom({ versions, now: () => clock.now })
})
afterEach(async () => {
  await site.close()
  await versions.close()
  door.shut()
  await door.close()
})

test('a comment that is rejected in mid-render is not what the next reader sees', async () => {
  const { path, comment, moderator, heard } = await givenStory()
  const held = await holdNextRender(path)
  await reject(moderator, comment.id)
  await heard()
  await expectOnlyTheEarlierReader(held, path)
})

test('nor is it when the announcement is lost', async () => {
  const { path, comment, moderator, heard } = await givenStory()
  const held = await holdNextRender(path)
  await withoutAnnouncements(database.url, () => reject(moderator, comment.id))
  await heard()
  await expectOnlyTheEarlierReader(held, path)
})

test('nor is it while the announcements are away for a minute, nor when they are back', async () => {
  const { path, comment, moderator, heard } = await givenStory()
  const held = await holdNextRender(path)
  door.shut()
  clock.now += 30_000
  await reject(moderator, comment.id)
  clock.now += 30_000
  expect(versions.hearing).toBe(false)
  await expectOnlyTheEarlierReader(held, path)
  door.open()
  await vi.waitFor(() => expect(versions.hearing).toBe(true), { timeout: 20_000 })
  await heard()
  for (let reader = 0; reader < 3; reader += 1) {
    clock.now += 1000
    expect((await site.get(path)).text).not.toContain(words)
  }
  expect((await site.get(path)).headers['cache-status']).toBe('Tribune; hit')
}, 60_000)

test('a comment that is approved in mid-render is there for the next reader, announced or not', async () => {
  for (const way of ['announced', 'lost']) {
    const { path, article, moderator, heard } = await givenStory()
    const waiting = await givenComment(await givenReader(), {
      articleId: article.id,
      body: `Heard at last: ${way}`,
    })
    const held = await holdNextRender(path)
    const approve = async () => {
      await decide(moderator, { ...(await readByDesk(waiting.id)), move: 'approve' }, noon)
    }
    await (way === 'lost' ? withoutAnnouncements(database.url, approve) : approve())
    await heard()
    held.letGo()
    expect((await held.reply).text).not.toContain('Heard at last')
    clock.now += 1000
    expect((await site.get(path)).text).toContain(`Heard at last: ${way}`)
  }
})

/** An article with one public comment, whose page shows what the database says. */
async function givenStory() {
  const [article, moderator, reader] = [await givenArticle(), await givenModerator(), await givenReader()]
  const comment = await givenApproved(reader, moderator, { articleId: article.id, body: words })
  const path = `/news/${article.id}/comments`
  site.pages.set(path, async (_, res) => sendPage(res, page(await readWords(article.id))))
  await vi.waitFor(async () => expect((await site.get(path)).text).toContain(words))
  const [talk] = await versions.claim([`talk:${article.id}`])
  const before = talk?.version ?? 0
  const heard = () => vi.waitFor(() => expect(talk?.version).toBeGreaterThan(before), { timeout: 20_000 })
  return { path, article, moderator, comment, heard }
}

/** Makes the page old by another of its topics and asks for it: the render has read what it shows, and stands still. */
async function holdNextRender(path: string) {
  const articleId = Number(path.split('/')[2])
  let letGo = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = () => void resolve()
  })
  const began = new Promise<void>((resolve) => {
    site.pages.set(path, async (_, res) => {
      const read = await readWords(articleId)
      resolve()
      await gate
      sendPage(res, page(read))
    })
  })
  clock.now += 5000
  await inTransaction((tx) => bumpTopics(tx, ['site']))
  await versions.hearNow()
  const reply = site.get(path)
  await began
  site.pages.set(path, async (_, res) => sendPage(res, page(await readWords(articleId))))
  return { reply, letGo: () => letGo() }
}

async function expectOnlyTheEarlierReader(held: Awaited<ReturnType<typeof holdNextRender>>, path: string) {
  const meanwhile = site.get(path)
  held.letGo()
  expect((await held.reply).text).toContain(words)
  expect((await meanwhile).text).not.toContain(words)
  for (let reader = 0; reader < 3; reader += 1) {
    clock.now += 1000
    expect((await site.get(path)).text).not.toContain(words)
  }
}

async function readWords(articleId: number): Promise<string> {
  const { threads } = await listConversation(articleId, { sort: 'newest', after: null }, new Date())
  return JSON.stringify(threads)
}

async function reject(moderator: Awaited<ReturnType<typeof givenModerator>>, id: number): Promise<void> {
  const decided = await decide(moderator, { ...(await readByDesk(id)), move: 'reject', reason: 'spam' }, noon)
  if (!decided.ok) throw new Error(decided.error)
}
