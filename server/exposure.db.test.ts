import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordExposure } from '@/lib/comments/commands-exposure'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenComment, givenModerator, givenReader, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { createExposure, type Exposure } from './exposure'

useTestDatabase()

let server: Server
let exposure: Exposure
let origin: string
const read: [articleId: number, agent: string][] = []

beforeAll(async () => {
  exposure = createExposure({
    read: (articleId, by) => void read.push([articleId, by.agent]),
    next: async (_req, res) => void res.writeHead(404).end(),
    store: (articleId, counts) => recordExposure(articleId, counts, noon),
    secret: 'a secret',
    log: (line) => console.error(line),
    everyMs: 3_600_000,
  })
  server = createServer((req, res) => void exposure.handle(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await exposure.close()
  server.close()
})

test('each address counts once for each comment, however often it says so', async () => {
  const { article, one, two } = await given()
  const both = { ids: [one.id, two.id, one.id] }
  const answers = await Promise.all(
    ['192.0.2.1', '192.0.2.1', '192.0.2.2'].map((from) => say(article.id, both, from)),
  )
  expect(answers).toEqual([204, 204, 204])
  await say(article.id, { ids: [two.id] }, '192.0.2.3')
  await exposure.flush()
  expect([await seen(one.id), await seen(two.id)]).toEqual([2, 3])
  await say(article.id, both, '192.0.2.2')
  await exposure.flush()
  expect([await seen(one.id), await seen(two.id)]).toEqual([2, 3])
})

test('nothing is counted of another article, of what is held, or of what is not there', async () => {
  const { article, one } = await given()
  const other = await givenArticle()
  const held = await givenComment(await givenReader(), { articleId: article.id })
  await say(other.id, { ids: [one.id] }, '192.0.2.4')
  await say(article.id, { ids: [held.id, 2_000_000_000] }, '192.0.2.4')
  await exposure.flush()
  expect([await seen(one.id), await seen(held.id)]).toEqual([0, 0])
})

test.each([
  ['no JSON', 'ids=1'],
  ['no list', '{"ids":7}'],
  ['no number', '{"ids":["7"]}'],
  ['no id', '{"ids":[0]}'],
  ['a number beyond any id', '{"ids":[2147483648]}'],
  ['too many', JSON.stringify({ ids: Array.from({ length: 101 }, (_, index) => index + 1) })],
  ['too long', `{"ids":[${'1,'.repeat(2000)}1]}`],
  ['nothing', ''],
])('%s is refused', async (_what, body) => {
  const { article } = await given()
  expect(await say(article.id, body, '192.0.2.5')).toBe(422)
})

test('that an article was read is passed on, with or without a comment', async () => {
  const { article, one } = await given()
  await say(article.id, { ids: [], isRead: true }, '192.0.2.6')
  await say(article.id, { ids: [one.id], isRead: false }, '192.0.2.6')
  expect(read.map(([id]) => id)).toEqual([article.id])
})

test('counts that come at once from a hundred addresses are all there', async () => {
  const { article, one } = await given()
  await Promise.all(
    Array.from({ length: 100 }, (_, index) => say(article.id, { ids: [one.id] }, `198.51.100.${index}`)),
  )
  await Promise.all([exposure.flush(), exposure.flush()])
  expect(await seen(one.id)).toBe(100)
})

async function given() {
  const article = await givenArticle()
  const ana = await givenModerator(`Ana ${article.id}`)
  const [one, two] = [
    await givenComment(ana, { articleId: article.id }),
    await givenComment(ana, { articleId: article.id }),
  ]
  return { article, one, two }
}

async function say(articleId: number, body: object | string, from: string): Promise<number> {
  const { status } = await fetch(`${origin}/api/news/${articleId}/seen`, {
    method: 'POST',
    headers: { 'x-tribune-address': from },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return status
}

async function seen(id: number): Promise<number> {
  const { seenCount } = await db().comment.findUniqueOrThrow({ where: { id }, select: { seenCount: true } })
  return seenCount
}
