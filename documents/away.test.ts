import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeSmallDocument } from './document'
import { createErrorPages } from './errors'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

const content = { headers: [], buildId: 'build-1', language: 'en' }
const url = '/news/7/a-bridge'
const browser = { 'sec-fetch-site': 'same-origin', accept: 'text/html' }
const program = { 'sec-fetch-site': 'same-origin', accept: 'application/json' }
let site: Newsroom

beforeEach(async () => {
  site = await openNewsroom()
  site.pages.set(url, (_, res) => sendPage(res, page('first')))
  await site.documents.ready
})
afterEach(() => site.close())

/** A page or handler that does not come to an end until it is let go. */
function hang(path: string, html = page('late')) {
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const begun = new Promise<void>((resolve) => {
    site.pages.set(path, async (_, res) => {
      resolve()
      await gate
      sendPage(res, html)
    })
  })
  return { begun, letGo: () => letGo() }
}

async function takeDatabaseAway(): Promise<void> {
  site.database.stopped = true
  expect(await site.presence.isAway()).toBe(true)
}

test('writes and private pages are answered at once while the database is away, and Next is not asked', async () => {
  await takeDatabaseAway()
  const before = site.seen.length
  for (const path of [
    '/api/comments',
    '/account',
    '/comments/new',
    '/comments/7',
    '/admin/queue',
    '/api/ready',
  ]) {
    const reply = await site.get(path, { headers: browser })
    expect([path, reply.status, reply.headers['retry-after']]).toEqual([path, 503, '5'])
    expect(reply.text).toContain('Page for 503')
    expect(reply.headers['cache-control']).toBe('no-store')
  }
  for (const headers of [program, { ...program, accept: '*/*' }]) {
    const reply = await site.get('/api/comments', { method: 'POST', headers, body: '{}' })
    expect([reply.status, reply.text, reply.headers['retry-after']]).toEqual([
      503,
      '{"error":"database-away"}',
      '5',
    ])
  }
  expect(site.seen.length).toBe(before)
  site.pages.set('/api/health', (_, res) => void res.writeHead(200).end('alive'))
  expect((await site.get('/api/health')).text).toBe('alive')
  Object.assign(site.database, { stopped: false })
  await site.presence.isAway()
  site.pages.set('/account', (_, res) => sendPage(res, page('Account')))
  expect((await site.get('/account', { headers: browser })).text).toContain('Account')
})

test('a write that waits for a database that hangs is answered once that shows, and its late answer goes nowhere', async () => {
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let ended: unknown
  site.pages.set('/api/comments', async (_, res) => {
    await gate
    res.setHeader('x-late', '1')
    res.write('late')
    ended = res.end('very late')
  })
  const reply = site.get('/api/comments', { method: 'POST', headers: browser, body: 'body=x' })
  await vi.waitFor(() => expect(site.asked('/api/comments')).toBe(1))
  await takeDatabaseAway()
  expect([(await reply).status, (await reply).text]).toEqual([503, expect.stringContaining('Page for 503')])
  letGo()
  await vi.waitFor(() => expect(ended).toBeDefined())
  expect(site.lines.map(({ event }) => event)).not.toContain('answer')
})

test('a text that could not be taken comes back on the page, ready to be sent again', async () => {
  const form = { ...browser, 'content-type': 'application/x-www-form-urlencoded' }
  const fields = { article: '7', key: 'a"b', body: '\nFirst <b>line</b> & $& second\nپارسی' }
  const ask = { method: 'POST', headers: form, body: new URLSearchParams(fields).toString() }
  site.pages.set('/api/comments', (_, res) => void res.writeHead(303, { location: '/x' }).end())
  expect((await site.get('/api/comments', ask)).status).toBe(303)
  expect(site.seen.at(-1)?.body).toBe(ask.body)
  await takeDatabaseAway()
  for (const path of ['/api/comments', '/api/comments/5/edit']) {
    const reply = await site.get(path, ask)
    expect([reply.status, reply.headers['retry-after'], reply.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ])
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
    expect(reply.text).toContain(`<form method="post" action="${path}"`)
    expect(reply.text).toContain('<input type="hidden" name="key" value="a&#34;b">')
    expect(reply.text).toContain(
      '\n\nFirst &#60;b&#62;line&#60;/b&#62; &#38; $&#38; second\nپارسی</textarea>',
    )
  }
  const signIn = await site.get('/api/sign-in', { ...ask, body: 'email=a&password=secret&body=x' })
  expect([signIn.status, signIn.text.includes('secret'), signIn.text.includes('<form')]).toEqual([
    503,
    false,
    false,
  ])
})

test('a reader who waits for a render gets 503 once it shows that the database is away', async () => {
  const held = hang(url)
  const replies = [site.get(url), site.get(url)]
  await held.begun
  await vi.waitFor(() => expect(site.arrivals()).toBe(2))
  await takeDatabaseAway()
  for (const reply of await Promise.all(replies))
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '5'])
  expect((await site.get(url)).status).toBe(503)
  Object.assign(site.database, { stopped: false })
  await site.presence.isAway()
  site.pages.set(url, (_, res) => sendPage(res, page('anew')))
  expect((await site.get(url)).text).toContain('anew')
  held.letGo()
})

test('a reader who waits for a changed page gets the kept bytes once it shows that the database is away', async () => {
  await site.get(url)
  const held = hang(url)
  site.change('talk:7')
  const reply = site.get(url)
  await held.begun
  await takeDatabaseAway()
  expect([(await reply).text, (await reply).headers['cache-status']]).toEqual([
    page('first'),
    'Tribune; hit; detail=outage',
  ])
  held.letGo()
})

test('a private page that breaks says 503 if that is because the database is away, else 500', async () => {
  site.pages.set('/account', (_, res) => sendPage(res, page('Next’s own'), 500))
  site.pages.set('/comments/7', () => Promise.reject(new Error('broken')))
  for (const path of ['/account', '/comments/7'])
    expect([path, (await site.get(path, { headers: browser })).status]).toEqual([path, 500])
  site.database.stopped = true
  const reply = await site.get('/account', { headers: browser })
  expect([reply.status, reply.headers['retry-after']]).toEqual([503, '5'])
})

test('error pages are made without the database, and once more when it is back', async () => {
  const clock = { now: 0 }
  let isAway = true
  let words = 'made without'
  const errors = createErrorPages({
    render: async () => ({
      status: 200,
      type: 'text/html',
      location: undefined,
      topics: [],
      setsCookie: false,
      body: Buffer.from(page(words)),
    }),
    versions: {
      async claim() {
        if (isAway) throw new Error('away')
        return [{ name: 'site', version: 1 }]
      },
      release: () => undefined,
    },
    fallback: () => makeSmallDocument({ status: 503, html: 'fallback', ...content }),
    content,
    now: () => clock.now,
    log: () => undefined,
  })
  const shown = () => errors.page(503).identity().body.toString()
  await errors.warm()
  expect(shown()).toContain('made without')
  isAway = false
  words = 'made with'
  clock.now += 1000
  await vi.waitFor(() => expect(shown()).toContain('made with<'))
})
