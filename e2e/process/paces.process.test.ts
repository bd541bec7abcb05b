import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemShape } from '@/lib/api/shapes'
import { askPlainly } from './ask-plainly'
import { newDataDir } from './data-dir'
import { tribune } from './run-command'
import { ask, withDatabaseOf } from './running'
import { givenSignedIn, type Reader } from './session'
import { type Site, startSite } from './site'
import { until } from './until'

let site: Site
let dataDir: string
let articleId: number

// Each connection of its own goes to the next worker.
beforeAll(async () => {
  dataDir = await newDataDir('demonstration')
  const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }
  site = await startSite({ ...administrator, DATA_DIR: dataDir, WEB_CONCURRENCY: '2' })
  const front = await askPlainly(`${site.origin}/`)
  articleId = Number(/href="\/news\/(\d+)\//.exec(front.body.toString())?.[1])
})
afterAll(async () => {
  site.signal('SIGTERM')
  expect(await site.ended).toEqual({ code: 0, signal: null })
})

test('A24, A37: all workers hold an address to one pace of comments, whoever writes and whatever they say of themselves', async () => {
  const readers = await withDatabaseOf(dataDir, () =>
    Promise.all(Array.from({ length: 24 }, (_, index) => givenSignedIn(dataDir, `Many ${index}`))),
  )
  const answers = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(async (turn) => {
      const own = []
      // Their own pace is five.
      for (const reader of readers.filter((_, index) => index % 6 === turn))
        for (let index = 0; index < 5; index += 1) own.push(await post(reader, index))
      return own
    }),
  )
  const statuses = answers.flat().map(({ status }) => status)
  const written = statuses.filter((status) => status === 202).length
  const refused = answers.flat().filter(({ status }) => status === 429)
  expect(written + refused.length).toBe(120)
  // Sixty at once, and one more for every two seconds that the machine took.
  expect(written).toBeGreaterThanOrEqual(60)
  expect(refused.length).toBeGreaterThan(0)
  for (const { headers, body } of refused) {
    expect(JSON.parse(body.toString())).toMatchObject({ error: 'too-soon' })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  }
  const elsewhere = await withDatabaseOf(dataDir, () => givenSignedIn(dataDir, 'Elsewhere'))
  expect((await post(elsewhere, 0, '127.0.0.2')).status).toBe(202)
})

test('all workers together count a reader once a day, and hold a program to its pace', async () => {
  const beacon = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0',
    },
    body: JSON.stringify({ ids: [], isRead: true }),
  }
  for (let times = 0; times < 4; times += 1)
    expect((await askPlainly(`${site.origin}/api/news/${articleId}/seen`, beacon)).status).toBe(204)

  const asked = () => askPlainly(`${site.origin}/api/v1/sections`)
  const answers = await Promise.all(Array.from({ length: 90 }, asked))
  const refused = answers.filter(({ status }) => status === 429)
  const given200 = answers.filter(({ status }) => status === 200)
  expect(refused.length + given200.length).toBe(90)
  // Sixty at once, and one more for every second that the machine took.
  expect(given200.length).toBeGreaterThanOrEqual(60)
  expect(refused.length).toBeGreaterThan(0)
  for (const { headers, body } of refused) {
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/problem+json',
    })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    // As the OpenAPI document, which is made of it, says.
    expect(problemShape.parse(JSON.parse(body.toString()))).toMatchObject({
      status: 429,
      title: 'Too Many Requests',
    })
  }
  await until('it may ask again', async () => (await asked()).status === 200, 10_000)

  // A worker that ends writes what it has gathered.
  expect((await tribune(['restart'], { DATA_DIR: dataDir })).code).toBe(0)
  const counted = await ask(dataDir, `select "articleId", count from "ArticleReads"`)
  expect(counted).toEqual([{ articleId, count: 1 }])
})

let addresses = 0

/** As a program posts that claims to speak for somebody else each time. */
function post({ cookie, name }: Reader, index: number, from?: string) {
  addresses += 1
  const claimed = `203.0.113.${addresses % 250}`
  return askPlainly(`${site.origin}/api/comments`, {
    method: 'POST',
    from,
    headers: {
      ...{ cookie, origin: site.origin, accept: 'application/json', 'content-type': 'application/json' },
      ...{ 'x-forwarded-for': claimed, 'x-real-ip': claimed, 'x-tribune-address': claimed },
      forwarded: `for=${claimed}`,
    },
    body: JSON.stringify({ article: articleId, body: `Word number ${index} of ${name}.` }),
  })
}
