import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

const url = '/news/49434/a-headline'
let site: Newsroom

beforeEach(async () => {
  site = await openNewsroom({ limits: { renderMs: 200 } })
  site.pages.set(url, (_, res) => sendPage(res, page('Article')))
  for (const path of ['/news/49434', '/news/49434/wrong-words'])
    site.pages.set(path, (_, res) => void res.writeHead(308, { location: url }).end())
  await site.documents.ready
})
afterEach(() => site.close())

test('every form of an article’s URL leads to the canonical one, and only the first asks Next', async () => {
  for (const path of [
    '/news/49434',
    '/n/49434',
    '/news/49434/wrong-words',
    '/news/49434/x.css',
    '/news/49434/%C3%A9',
  ]) {
    const reply = await site.get(path)
    expect([reply.status, reply.headers.location]).toEqual([308, url])
  }
  expect(site.asked('/news/49434/wrong-words')).toBe(0)
  expect(site.asked(url)).toBe(1)
  expect((await site.get(url)).headers['cache-status']).toBe('Tribune; hit')
})

test('wrong words on the first visit are followed inside and kept under the ID', async () => {
  expect((await site.get('/news/49434/wrong-words')).headers.location).toBe(url)
  expect((await site.get(url)).headers['cache-status']).toBe('Tribune; hit')
  expect(site.documents.stats().entries).toBe(1)
})

test('a page may name its canonical URL, but not another article’s', async () => {
  const head = (path: string) => `<meta name="tribune:canonical" content="${path}">`
  site.pages.set('/news/5/given', (_, res) => sendPage(res, page('Five', head('/news/5/better'))))
  expect((await site.get('/news/5/given')).headers.location).toBe('/news/5/better')
  site.pages.set('/news/6/given', (_, res) => sendPage(res, page('Six', head('/news/49434/a-headline'))))
  expect((await site.get('/news/6/given')).status).toBe(200)
  expect((await site.get(url)).text).toContain('Article')
})

test('parameters that do not count are dropped before Next and share the kept page', async () => {
  site.pages.set('/news/49434/comments', (_, res) => sendPage(res, page('Talk')))
  await site.get('/news/49434/comments?utm_source=x&sort=newest&_rsc=1&after=abc-1')
  await site.get('/news/49434/comments?after=abc-1&sort=newest&sort=oldest')
  await site.get('/news/49434/comments?sort=sideways')
  const asked = site.seen.map((one) => one.url).filter((one) => one.includes('comments'))
  expect(asked).toEqual(['/news/49434/comments?sort=newest&after=abc-1', '/news/49434/comments'])
  expect((await site.get(`${url}?w=1&x=%00`)).status).toBe(200)
})

test('Next sees nothing of who asks: no cookie, no router header, no host, no forwarding', async () => {
  await site.get(url, {
    headers: {
      cookie: 'sid=1',
      authorization: 'Bearer x',
      rsc: '1',
      'next-router-prefetch': '1',
      'next-router-state-tree': 'x',
      'accept-language': 'fa',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      host: 'evil.example',
      'accept-encoding': 'br',
    },
  })
  const seen = site.seen.find((one) => one.url === url)
  expect(Object.keys(seen?.headers ?? {}).sort()).toEqual([
    'accept',
    'host',
    'user-agent',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-port',
    'x-forwarded-proto',
  ])
  expect(seen?.headers.host).toMatch(/^localhost:\d+$/)
})

test('a request for flight data is answered with the document', async () => {
  const reply = await site.get(`${url}?_rsc=abc`, { headers: { rsc: '1' } })
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(reply.text).toContain('<h1>Article</h1>')
})

test('the coding is the one the client likes best, with a strong tag of its own', async () => {
  const get = (accept: string) => site.get(url, { headers: { 'accept-encoding': accept } })
  const br = await get('gzip, deflate, br')
  const gzip = await get('br;q=0.5, gzip;q=0.8')
  const plain = await get('br;q=0, gzip;q=0')
  expect(br.headers['content-encoding']).toBe('br')
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(brotliDecompressSync(br.body).toString()).toBe(plain.text)
  expect(gunzipSync(gzip.body).toString()).toBe(plain.text)
  expect(new Set([br, gzip, plain].map((reply) => reply.headers.etag)).size).toBe(3)
  for (const reply of [br, gzip, plain]) {
    expect(reply.headers.vary).toBe('Accept-Encoding')
    expect(reply.headers.etag).toMatch(/^"[^"]+"$/)
    expect(reply.headers['content-length']).toBe(String(reply.body.length))
  }
})

test('a client that holds these bytes gets 304, also with a weakened tag or among others', async () => {
  const { etag } = (await site.get(url)).headers
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const reply = await site.get(url, { headers: { 'if-none-match': known ?? '' } })
    expect([reply.status, reply.body.length, reply.headers.etag]).toEqual([304, 0, etag])
  }
  expect((await site.get(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  const coded = await site.get(url, { headers: { 'if-none-match': etag ?? '', 'accept-encoding': 'br' } })
  expect(coded.status).toBe(200)
})

test('HEAD has the headers of GET and no body', async () => {
  const got = await site.get(url)
  const head = await site.get(url, { method: 'HEAD' })
  expect(head.body.length).toBe(0)
  expect(head.headers['content-length']).toBe(got.headers['content-length'])
  expect(head.headers.etag).toBe(got.headers.etag)
})

test('a document carries the policy that admits no foreign script', async () => {
  const { headers } = await site.get(url)
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types tribune",
  )
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
  expect(headers['permissions-policy']).toMatch(/^(?:[a-z-]+=\(\)(?:, |$)){50,}$/)
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers['permissions-policy']).toContain('clipboard-write=()')
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(headers['content-language']).toBe('en')
  expect(headers['cache-control']).toBe(
    'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400',
  )
})

test('a path that does not exist gets the not-found document and Next is never asked for it', async () => {
  const before = site.seen.length
  for (const path of [
    '/nowhere',
    '/errors/404',
    '/errors/500',
    '/news/0',
    '/news/2147483648',
    '/news/01',
    '/NEWS/1',
    '/news/1/versions/x',
    '/_next/image?url=x',
    '/comments/x',
  ]) {
    const reply = await site.get(path)
    expect([path, reply.status, reply.text]).toEqual([path, 404, expect.stringContaining('Page for 404')])
    expect(reply.headers['cache-control']).toBe('public, max-age=0, s-maxage=1')
  }
  expect(site.seen.length).toBe(before)
})

test('absurd URLs are refused as HTTP says', async () => {
  for (const path of [
    '/%',
    '/%zz',
    '/a%00b',
    '/a%5cb',
    '/a\\b',
    '//',
    '//news/49434',
    '/news/%2e%2e/x',
    '/news/../x',
    '/news%2f49434',
    '/news/49434%2Fx',
  ])
    expect([path, (await site.get(path)).status]).toEqual([path, 404])
  expect((await site.get(`/news/1?${'x'.repeat(2048)}`)).status).toBe(414)
  expect((await site.get('*')).status).toBe(400)
  expect((await site.get(`http://evil.example${url}`)).text).toContain('Article')
})

test('a slash at the end leads to the path without it', async () => {
  const reply = await site.get('/about/?x=1')
  expect([reply.status, reply.headers.location]).toEqual([308, '/about?x=1'])
  expect((await site.get('/nowhere/')).status).toBe(404)
})

test('documents answer GET and HEAD only', async () => {
  const origin = { 'sec-fetch-site': 'same-origin' }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const reply = await site.get(url, { method, headers: origin })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD'])
  }
})

test('made-up ids of existing patterns push no document out and are remembered in little room', async () => {
  await site.get(url)
  const before = site.documents.stats().bytes
  for (let id = 1; id <= 300; id += 1) expect((await site.get(`/news/${id}`)).status).toBe(404)
  expect(site.documents.stats()).toMatchObject({ entries: 1, bytes: before, missing: 300 })
  const asked = site.seen.length
  const again = await site.get('/news/300')
  expect([again.status, again.text]).toEqual([404, expect.stringContaining('Page for 404')])
  expect(site.seen.length).toBe(asked)
  site.pages.set('/news/300', (_, res) => sendPage(res, page('Published')))
  site.change('article:300')
  expect((await site.get('/news/300')).text).toContain('Published')
})

test('the room for made-up ids is bounded', async () => {
  const small = await openNewsroom({ limits: { missingBytes: 20_000 } })
  for (let id = 1; id <= 100; id += 1) await small.get(`/news/${id}`)
  expect(small.documents.stats().missing).toBeLessThan(40)
  expect(small.documents.stats().topics).toBeLessThan(100)
  await small.close()
})

test('a withdrawn article answers 410 with its own page under every URL, kept here and by nobody else', async () => {
  const withdrawn = page('Withdrawn', '<meta name="tribune:status" content="410">')
  site.pages.set('/news/7/any-words', (_, res) => sendPage(res, withdrawn))
  const gone = await site.get('/news/7/any-words')
  expect([gone.status, gone.headers['cache-control']]).toEqual([410, 'no-store'])
  expect(gone.text).toBe(page('Withdrawn'))
  const other = await site.get('/news/7', { headers: { 'if-none-match': gone.headers.etag ?? '' } })
  expect([other.status, other.headers['cache-status']]).toEqual([410, 'Tribune; hit'])
})

test('a blocked article answers 451, is never kept and takes the place of what was', async () => {
  await site.get(url)
  site.pages.set(url, (_, res) =>
    sendPage(res, page('Blocked', '<meta name="tribune:status" content="451">')),
  )
  site.change('article:49434')
  const reply = await site.get(url)
  expect([reply.status, reply.headers['cache-control']]).toEqual([451, 'no-store'])
  expect(reply.text).toContain('Blocked')
  expect(site.documents.stats().entries).toBe(0)
})

test('a render that throws, hangs, is cut short, is not HTML or leaves work to scripts is a 500 or 503, never kept', async () => {
  site.pages.set('/about', () => Promise.reject(new Error('broken')))
  site.pages.set('/rules', () => new Promise(() => undefined))
  site.pages.set('/terms', (_, res) => sendPage(res, '<!DOCTYPE html><html><body>half'))
  site.pages.set(
    '/privacy',
    (_, res) => void res.writeHead(200, { 'content-type': 'text/x-component' }).end('0:[]'),
  )
  site.pages.set('/contact', (_, res) => sendPage(res, page('x', '', '<template id="B:0"></template>')))
  site.pages.set('/news/8', (_, res) => sendPage(res, page('stack trace'), 500))
  for (const path of ['/about', '/rules', '/terms', '/privacy', '/contact', '/news/8']) {
    const reply = await site.get(path)
    const status = path === '/rules' ? 503 : 500
    expect([path, reply.status, reply.text]).toEqual([
      path,
      status,
      expect.stringContaining(`Page for ${status}`),
    ])
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(site.lines).toContainEqual(
      expect.objectContaining({
        event: 'answer',
        status,
        url: path,
        requestId: reply.headers['x-request-id'],
      }),
    )
  }
  expect(site.documents.stats().entries).toBe(0)
})

test('an answer with Set-Cookie is sent without it, logged and not kept', async () => {
  site.pages.set('/about', (_, res) => {
    res.setHeader('set-cookie', 'sid=secret')
    sendPage(res, page('About'))
  })
  const reply = await site.get('/about')
  expect([reply.status, reply.headers['set-cookie']]).toEqual([200, undefined])
  expect(site.documents.stats().entries).toBe(0)
  expect(site.lines).toContainEqual({ event: 'document-sets-cookie', page: '/about' })
})

test('a redirect to another site is not followed and not passed on', async () => {
  site.pages.set('/about', (_, res) => void res.writeHead(307, { location: 'https://evil.example/' }).end())
  expect((await site.get('/about')).status).toBe(500)
  site.pages.set('/rules', (_, res) => void res.writeHead(307, { location: '/terms' }).end())
  const reply = await site.get('/rules')
  expect([reply.status, reply.headers.location, reply.headers['cache-control']]).toEqual([
    307,
    '/terms',
    'no-store',
  ])
})

test('when Next has no error pages a plain one of our own says what happened', async () => {
  const bare = await openNewsroom({
    next: () => Promise.reject(new Error('Next is not there')),
    stylesheet: '/look.css',
  })
  await bare.documents.ready
  const reply = await bare.get('/nowhere')
  expect(reply.status).toBe(404)
  expect(reply.text).toContain('<h1>Plain 404</h1><p>What happened.</p>')
  expect(reply.text).toContain('href="/look.css"')
  expect((await bare.get('/about')).text).toContain('Plain 500')
  await bare.close()
})

test('hot reload keeps scripts and keeps no bytes', async () => {
  const live = await openNewsroom({ dev: 'live' })
  live.pages.set('/about', (_, res) =>
    sendPage(res, page('About', '<meta name="tribune:status" content="410">', '<script>flight()</script>')),
  )
  for (let visit = 0; visit < 2; visit += 1) {
    const reply = await live.get('/about')
    expect([reply.status, reply.text]).toEqual([410, expect.stringContaining('flight()')])
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers['content-security-policy']).toContain("'unsafe-eval'")
  }
  expect(live.asked('/about')).toBe(2)
  expect((await live.get('/nowhere')).text).toContain('Page for 404')
  await live.close()
})
