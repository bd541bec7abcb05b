import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectVersions, type HearingVersions } from '@/documents/listener'
import { editComment } from '@/lib/comments/commands-edit'
import { listTalkEvents, newestTalkMark } from '@/lib/comments/queries-talk-events'
import { writeTalkMark } from '@/lib/comments/talk-mark'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { createTalkStreams, type TalkStreams } from './talk-streams'
import { type Listening, listenTo } from './test-listening'

const { url, pool } = useTestDatabase()

const soon = { timeout: 5_000, interval: 10 }
const mostOfOneAddress = 30
let server: Server
let versions: HearingVersions
let streams: TalkStreams
let origin: string

beforeAll(async () => {
  streams = createTalkStreams({
    next: async (_req, res) => void res.writeHead(404).end(),
    newest: (articleId) => newestTalkMark(articleId, new Date()),
    read: listTalkEvents,
    now: Date.now,
    random: () => 0.5,
    log: (line) => console.error(line),
    mostOfOneAddress,
  })
  versions = await connectVersions({
    connection: () => ({ connectionString: url }),
    now: Date.now,
    log: () => undefined,
    moved: (changes) => streams.moved(changes),
  })
  server = createServer((req, res) => void streams.handle(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  streams.close()
  server.closeAllConnections()
  server.close()
  await versions.close()
})

test('an open page is told what was posted, edited and removed, in that order, and no words of it', async () => {
  const { article, ana, page } = await given()
  const comment = await givenComment(ana, { articleId: article.id, body: 'Nobody is told these words.' })
  const { revisionId } = await readByDesk(comment.id)
  await editComment(ana, { commentId: comment.id, revisionId, body: 'Nor these.' }, noon)
  const editor = await givenModerator('Ed Above', 'editor')
  await decide(editor, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  await vi.waitFor(
    () => expect(page.told.map(({ kind }) => kind)).toEqual(['posted', 'edited', 'removed']),
    soon,
  )
  expect(page.told[0]).toMatchObject({ id: comment.id, parent: null, root: null })
  expect(page.told.at(-1)?.total).toBe('No comments yet')
  expect(JSON.stringify(page.told.map(({ event, ...news }) => news))).not.toMatch(/Nobody|Nor these|Ana/)
  page.leave()
})

test('A33: what is held is not told of; when it is approved it is', async () => {
  const { article, ana, page } = await given()
  const held = await givenComment(await givenReader('reader', 'Cem Held'), { articleId: article.id })
  expect(held.state).toBe('held')
  await decide(ana, { ...(await readByDesk(held.id)), move: 'approve' }, noon)
  await vi.waitFor(() => expect(page.told).toHaveLength(1), soon)
  expect(page.told[0]).toMatchObject({ kind: 'posted', id: held.id, total: '1 comment' })
  page.leave()
})

test('a page that knows less than there is is told the rest first', async () => {
  const { article, ana, page: first } = await given()
  const known = await markOf(article.id)
  for (let index = 0; index < 5; index += 1) await givenComment(ana, { articleId: article.id })
  await vi.waitFor(() => expect(first.told).toHaveLength(5), soon)
  const late = listenTo(origin, `/api/news/${article.id}/live?after=${known}`)
  const numbers = (page: Listening) => page.told.map(({ event }) => event)
  await vi.waitFor(() => expect(numbers(late)).toEqual(numbers(first)), soon)
  first.leave()
  late.leave()
})

test('pages whose connection breaks again and again are told everything once, while forty write', async () => {
  const { article, ana } = await given()
  const known = await markOf(article.id)
  const heard: bigint[][] = []
  let writing = true
  const keepListening = async (pauseMs: number) => {
    const events: bigint[] = []
    heard.push(events)
    let lastId: string | undefined = known
    do {
      const page = listenTo(origin, `/api/news/${article.id}/live`, lastId)
      await Promise.race([page.over, new Promise((resolve) => setTimeout(resolve, pauseMs))])
      page.leave()
      await page.over
      events.push(...page.told.map(({ event }) => event))
      lastId = page.lastId()
    } while (writing)
    const last = listenTo(origin, `/api/news/${article.id}/live`, lastId)
    await vi.waitFor(async () => expect(last.lastId()).toBe(await markOf(article.id)), soon)
    events.push(...last.told.map(({ event }) => event))
    last.leave()
  }
  const pages = [7, 23, 61, 140].map(keepListening)
  const writers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => givenModerator(`Writer ${index}`)),
  )
  for (let wave = 0; wave < 5; wave += 1)
    await Promise.all(writers.map((writer) => givenComment(writer, { articleId: article.id })))
  const decided = await givenComment(ana, { articleId: article.id })
  const editor = await givenModerator('Ed Above', 'editor')
  await decide(editor, { ...(await readByDesk(decided.id)), move: 'reject', reason: 'spam' }, noon)
  writing = false
  await Promise.all(pages)
  const all = await db().talkEvent.findMany({ where: { articleId: article.id }, orderBy: { id: 'asc' } })
  expect(all).toHaveLength(42)
  for (const events of heard) expect(events).toEqual(all.map(({ id }) => id))
})

test('a storm of counts is told as the last of each', async () => {
  const { article, ana, page } = await given()
  const comment = await givenComment(ana, { articleId: article.id })
  await vi.waitFor(() => expect(page.told).toHaveLength(1), soon)
  await pool.query(
    `begin; select tell_talk(array['talk:${article.id}'], 'counted', ${comment.id}) from generate_series(1, 200); commit`,
  )
  await vi.waitFor(() => expect(page.told).toHaveLength(2), soon)
  expect(page.told[1]).toMatchObject({ kind: 'counted', id: comment.id, recommends: 0 })
  page.leave()
})

test('what nobody can tell any more has to be read again', async () => {
  const { article, ana } = await given()
  await givenComment(ana, { articleId: article.id })
  const twoDaysAgo = (Date.now() - 49 * 3_600_000).toString(36)
  const late = listenTo(origin, `/api/news/${article.id}/live?after=0-${twoDaysAgo}`)
  await vi.waitFor(() => expect(late.resets()).toBe(1), soon)
  // Also a number that this database never gave.
  const odd = listenTo(origin, `/api/news/${article.id}/live?after=999999999999-${Date.now().toString(36)}`)
  await vi.waitFor(() => expect(odd.resets()).toBe(1), soon)
  await givenComment(ana, { articleId: article.id })
  await vi.waitFor(() => expect([late.told.length, odd.told.length]).toEqual([1, 1]), soon)
  late.leave()
  odd.leave()
})

test('there is nothing to listen to under an article that is not published', async () => {
  const { article, page } = await given()
  await db().article.update({ where: { id: article.id }, data: { state: 'withdrawn' }, select: { id: true } })
  for (const id of [article.id, 77, 2_147_483_648, 9_999_999_999]) {
    const asked = listenTo(origin, `/api/news/${id}/live`)
    expect(await asked.status).toBe(404)
    await asked.over
  }
  page.leave()
})

test('one address holds so many streams and no more; closed ones are given back', async () => {
  const article = await givenArticle()
  const open = (from: string) => listenTo(origin, `/api/news/${article.id}/live`, undefined, from)
  const pages = Array.from({ length: mostOfOneAddress }, () => open('198.51.100.7'))
  expect(await Promise.all(pages.map(({ status }) => status))).toEqual(pages.map(() => 200))
  const [refused, other] = [open('198.51.100.7'), open('198.51.100.8')]
  expect([await refused.status, await other.status]).toEqual([503, 200])
  for (const page of [...pages, other]) page.leave()
  await vi.waitFor(async () => {
    const again = open('198.51.100.7')
    const status = await again.status
    again.leave()
    expect(status).toBe(200)
  }, soon)
})

async function markOf(articleId: number): Promise<string> {
  const mark = await newestTalkMark(articleId, new Date())
  return mark ? writeTalkMark(mark) : ''
}

async function given() {
  const article = await givenArticle()
  const ana = await givenModerator(`Ana ${article.id}`)
  const page = listenTo(origin, `/api/news/${article.id}/live`)
  expect(await page.status).toBe(200)
  return { article, ana, page }
}
