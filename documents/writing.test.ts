import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

let site: Newsroom
const same = { 'sec-fetch-site': 'same-origin' }
const browser = { ...same, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

beforeEach(async () => {
  site = await openNewsroom()
  site.pages.set(
    '/api/comments',
    (_, res) => void res.writeHead(303, { location: '/x', 'set-cookie': 'a=1' }).end(),
  )
  await site.documents.ready
})
afterEach(() => site.close())

const post = (headers: Record<string, string>, path = '/api/comments') =>
  site.get(path, { method: 'POST', headers, body: 'body=hello' })
const port = () => Number(site.seen[0]?.headers.host?.split(':')[1])

test('a write from the site’s own pages is let in, with its body and cookies', async () => {
  const reply = await post({ ...same, cookie: 'sid=1' })
  expect([reply.status, reply.headers['set-cookie']]).toEqual([303, ['a=1']])
  const seen = site.seen.at(-1)
  expect([seen?.body, seen?.headers.cookie]).toEqual(['body=hello', 'sid=1'])
})

test('a write from an old browser is let in by its Origin, under each of the loopback names', async () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    expect((await post({ origin: `http://${host}:${port()}` })).status).toBe(303)
})

test('a write from elsewhere, or from nobody knows where, is refused before anything else', async () => {
  const strangers: Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: `http://localhost:${port()}` },
    { origin: 'null' },
    { origin: 'http://localhost' },
    { origin: `https://localhost:${port()}` },
    { origin: `http://localhost:${port()}.evil.example` },
  ]
  const before = site.seen.length
  for (const headers of strangers)
    for (const path of ['/api/comments', '/account', '/about', '/nowhere'])
      expect((await post(headers, path)).status).toBe(403)
  expect(site.seen.length).toBe(before)
})

test('a refused write is answered with a page, or with JSON where that is preferred', async () => {
  expect((await post({ accept: 'text/html' })).text).toContain('Page for 403')
  const json = await post({ accept: 'application/json' })
  expect([json.headers['content-type'], json.text]).toEqual(['application/json', '{"error":"cross-site"}'])
})

test('a body over 256 kB is refused, declared or not, and one below arrives whole', async () => {
  const big = 'x'.repeat(256 * 1024 + 1)
  const before = site.seen.length
  for (const chunked of [false, true]) {
    const reply = await site.get('/api/comments', {
      method: 'POST',
      headers: { ...same, accept: 'application/json' },
      body: big,
      chunked,
    })
    expect([reply.status, reply.text]).toEqual([413, '{"error":"too-large"}'])
    expect(reply.headers.connection).toBe('close')
  }
  expect(site.seen.length).toBe(before)
  const fits = 'y'.repeat(256 * 1024)
  for (const chunked of [false, true]) {
    const reply = await site.get('/api/comments', { method: 'POST', headers: same, body: fits, chunked })
    expect([reply.status, site.seen.at(-1)?.body.length]).toEqual([303, fits.length])
  }
  expect(site.seen.at(-1)?.headers).toMatchObject({ 'content-length': String(fits.length) })
})

test('the newsroom’s lists may be larger, declared or not, and are refused past four megabytes', async () => {
  const send = (bytes: number, chunked: boolean) =>
    site.get('/api/admin/rules', { method: 'POST', headers: same, body: 'z'.repeat(bytes), chunked })
  for (const chunked of [false, true]) {
    // Here nobody answers there; what is too large does not come so far.
    expect((await send(4 * 1024 * 1024, chunked)).status).toBe(404)
    expect(site.seen.at(-1)?.body).toHaveLength(4 * 1024 * 1024)
    expect((await send(4 * 1024 * 1024 + 1, chunked)).status).toBe(413)
  }
})

test('an article may have 2 MB, declared or not, and no more; nothing else that stands beside it does', async () => {
  const article = '/api/admin/articles/1/correct'
  site.pages.set(article, (_, res) => void res.writeHead(303, { location: '/x' }).end())
  const send = async (path: string, bytes: number, chunked: boolean) => {
    const reply = await site.get(path, { method: 'POST', headers: same, body: 'x'.repeat(bytes), chunked })
    return reply.status
  }
  for (const chunked of [false, true]) {
    expect(await send(article, 2 * 1024 * 1024, chunked)).toBe(303)
    expect(site.seen.at(-1)?.body.length).toBe(2 * 1024 * 1024)
    expect(await send(article, 2 * 1024 * 1024 + 1, chunked)).toBe(413)
    expect(await send('/api/admin/articlesque', 256 * 1024 + 1, chunked)).toBe(413)
  }
})

test('A37: the address, the host and the request id are this process’s word, never the client’s', async () => {
  await post({
    ...same,
    host: 'evil.example',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=203.0.113.9',
    'x-tribune-address': '203.0.113.9',
    'x-tribune-role': 'admin',
    'x-request-id': 'mine',
    'content-security-policy': "script-src 'nonce-mine'",
  })
  const headers = site.seen.at(-1)?.headers ?? {}
  expect(headers).toMatchObject({
    host: `localhost:${port()}`,
    'x-forwarded-host': `localhost:${port()}`,
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '127.0.0.1',
    'x-tribune-address': '127.0.0.1',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  for (const name of ['forwarded', 'x-tribune-role', 'content-security-policy'])
    expect(headers[name]).toBeUndefined()
})

test('A37: behind a trusted proxy the address is the last hop that is not itself trusted', async () => {
  const proxied = await openNewsroom({ trustedProxies: ['127.0.0.0/8', '10.0.0.0/8'] })
  await proxied.documents.ready
  const address = async (forwardedFor: string) => {
    await proxied.get('/api/x', { headers: { 'x-forwarded-for': forwardedFor } })
    return proxied.seen.at(-1)?.headers['x-tribune-address']
  }
  expect(await address('198.51.100.7, 203.0.113.9, 10.1.2.3')).toBe('203.0.113.9')
  expect(await address('203.0.113.9')).toBe('203.0.113.9')
  expect(await address('nonsense')).toBe('127.0.0.1')
  await proxied.close()
})

test('an error of the API is our page for people, and stays JSON for programs', async () => {
  site.pages.set('/api/comments', (_, res) =>
    sendPage(res, page('Next’s own', '', '<script>x</script>'), 500),
  )
  const person = await post(browser)
  expect([person.status, person.text]).toEqual([500, expect.stringContaining('Page for 500')])
  expect(person.headers['content-security-policy']).toContain("script-src 'self'")
  const program = await post({ ...same, accept: 'application/json' })
  expect([program.status, program.text]).toEqual([500, '{"error":"status-500"}'])
  expect(site.lines).toContainEqual(
    expect.objectContaining({ event: 'answer', status: 500, url: '/api/comments' }),
  )

  site.pages.set('/api/comments', (_, res) => {
    res.writeHead(422, { 'content-type': 'application/json', 'set-cookie': 'a=1' }).end('{"error":"blank"}')
  })
  expect((await post(browser)).text).toBe('{"error":"blank"}')

  site.pages.set('/api/comments', (_, res) => {
    res.setHeader('set-cookie', 'a=1')
    res.statusCode = 404
    res.end()
  })
  const missing = await post(browser)
  expect([missing.status, missing.text]).toEqual([404, expect.stringContaining('Page for 404')])
  expect(missing.headers['set-cookie']).toEqual(['a=1'])
})

test('a handler that throws is answered with our page and one line in the log', async () => {
  site.pages.set('/api/comments', () => Promise.reject(new Error('broken')))
  const reply = await post(browser)
  expect([reply.status, reply.text]).toEqual([500, expect.stringContaining('Page for 500')])
  expect(site.lines).toContainEqual(
    expect.objectContaining({ event: 'answer', status: 500, error: 'Error: broken' }),
  )
})

test('answers of the API are not kept anywhere unless they say so, and streams pass as they come', async () => {
  site.pages.set('/api/news/1/live', (_, res) => {
    res.writeHead(503, { 'content-type': 'text/event-stream' })
    res.write('data: 1\n\n')
    res.end()
  })
  const reply = await site.get('/api/news/1/live', { headers: { accept: 'text/html' } })
  expect([reply.text, reply.headers['cache-control']]).toEqual(['data: 1\n\n', 'no-store'])
  site.pages.set(
    '/api/public',
    (_, res) => void res.writeHead(200, { 'cache-control': 'max-age=5' }).end('{}'),
  )
  expect((await site.get('/api/public')).headers['cache-control']).toBe('max-age=5')
})

test('a permalink passes through to its handler', async () => {
  site.pages.set(
    '/comments/12',
    (_, res) => void res.writeHead(303, { location: '/news/1/x#comment-12' }).end(),
  )
  const reply = await site.get('/comments/12')
  expect([reply.status, reply.headers.location]).toEqual([303, '/news/1/x#comment-12'])
})

test('a private page gets a nonce of its own and is kept by nobody, whatever Next says', async () => {
  site.pages.set('/account/notices', (_, res) => {
    res.setHeader('cache-control', 's-maxage=31536000')
    sendPage(res, page('Notices'))
  })
  const visit = async () => {
    const reply = await site.get('/account/notices?page=2', {
      headers: { cookie: 'sid=1', 'content-security-policy': 'x' },
    })
    expect(reply.headers['cache-control']).toBe('private, no-store')
    expect(reply.headers['content-security-policy']).toBe(
      site.seen.at(-1)?.headers['content-security-policy'],
    )
    expect(site.seen.at(-1)?.headers.cookie).toBe('sid=1')
    return /'nonce-([^']+)' 'strict-dynamic'/.exec(String(reply.headers['content-security-policy']))?.[1]
  }
  const nonces = [await visit(), await visit()]
  expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonces[0]).not.toBe(nonces[1])
  expect(site.documents.stats().entries).toBe(0)
})

test('files go out without cookies having been seen, and a missing one is not a page', async () => {
  site.pages.set(
    '/_next/static/a.css',
    (_, res) => void res.writeHead(200, { 'content-type': 'text/css' }).end('a{}'),
  )
  const file = await site.get('/_next/static/a.css', { headers: { cookie: 'sid=1' } })
  expect([file.text, file.headers['x-content-type-options']]).toEqual(['a{}', 'nosniff'])
  expect(site.seen.at(-1)?.headers.cookie).toBeUndefined()
  const missing = await site.get('/pictures/none.svg')
  expect([missing.status, missing.headers['content-type'], missing.headers['cache-control']]).toEqual([
    404,
    'text/plain; charset=utf-8',
    'no-store',
  ])
  expect((await post(same, '/favicon.ico')).status).toBe(405)
})

test('files may be served by somebody else than Next', async () => {
  const other = await openNewsroom({
    assets: async (_, res) => void res.writeHead(200).end('from elsewhere'),
  })
  expect((await other.get('/fonts/a.woff2')).text).toBe('from elsewhere')
  await other.close()
})
