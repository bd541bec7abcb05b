import { readFile } from 'node:fs/promises'
import { connect as connectHttp2 } from 'node:http2'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkConfiguration, hasNginx, type Nginx, startNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { type StandIn, sendPage, startStandIn } from './stand-in'
import { until } from './until'

const present = hasNginx()
if (!present)
  console.warn('NOT RUN: nginx (with openssl) is not installed here, so deploy/nginx was not tried.')

describe.skipIf(!present)('deploy/nginx', () => {
  let app: StandIn
  let second: StandIn
  let nginx: Nginx
  let pages = 0
  /** An address that nobody asked for before. */
  const fresh = () => `/news/${++pages}/page`

  beforeAll(async () => {
    app = await startStandIn()
    second = await startStandIn()
    nginx = await startNginx({ apps: [app.port, second.port] })
  })
  afterAll(async () => {
    await nginx?.stop()
    await Promise.all([app?.close(), second?.close()])
  })
  beforeEach(() => {
    for (const one of [app, second]) {
      one.asked.length = 0
      one.answer = (_req, res) => sendPage(res, 'page')
    }
  })
  const both = (answer: StandIn['answer']) => {
    app.answer = answer
    second.answer = answer
  }
  const asked = () => [...app.asked, ...second.asked]
  const get = (path: string, headers: Record<string, string> = {}) =>
    askPlainly(nginx.origin + path, { headers })

  test('is a configuration that nginx takes without a warning', () => {
    const { ok, said } = checkConfiguration(nginx)
    expect(ok).toBe(true)
    expect(said).not.toMatch(/\[(warn|emerg|error)\]/)
  })

  test('answers over TLS, with HTTP/2, and leads there from http, wherever the request says it was sent', async () => {
    const certificate = await readFile(nginx.certificate)
    const answer = await askPlainly(`${nginx.httpsOrigin}/about`, { certificate })
    expect([answer.status, answer.body.toString()]).toEqual([200, 'page'])

    const session = connectHttp2(nginx.httpsOrigin, { ca: certificate })
    const status = await new Promise((resolve, reject) => {
      session.on('error', reject)
      session
        .request({ ':path': '/about' })
        .on('response', (headers) => resolve(headers[':status']))
        .resume()
    })
    session.close()
    expect(status).toBe(200)

    const moved = await askPlainly(`${nginx.httpOrigin}/news/1?sort=newest`, {
      headers: { host: 'evil.example' },
    })
    expect([moved.status, moved.headers.location]).toEqual([
      308,
      'https://news.example.org/news/1?sort=newest',
    ])
  })

  test('a page is asked for once and handed to all, with every header of the application’s once', async () => {
    both((_req, res) => sendPage(res, 'page', { 'X-Content-Type-Options': 'nosniff', ETag: '"a"' }))
    const path = fresh()
    await untilFresh(async () => {
      const first = await get(path)
      const next = await Promise.all(Array.from({ length: 20 }, () => get(path)))
      expect(first.headers['cache-status']).toMatch(/^Tribune; hit, nginx; fwd=/)
      return next.every(({ headers }) => headers['cache-status'] === 'Tribune; hit, nginx; hit') && next[0]
    }).then((hit) => {
      const names = hit.lines.map(([name]) => name).filter((name) => name !== 'cache-status')
      expect(names).toEqual([...new Set(names)])
      expect(hit.headers).toMatchObject({
        etag: '"a"',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      })
      expect(hit.headers['cache-control']).toContain(
        's-maxage=1, stale-while-revalidate=1, stale-if-error=86400',
      )
      expect(hit.lines.filter(([name]) => name.startsWith('x-accel'))).toEqual([])
    })
  })

  test('under constant load nobody gets a page that is much older than a second', async () => {
    both((_req, res) => sendPage(res, String(performance.now())))
    const path = fresh()
    const began = performance.now()
    const ages: number[] = []
    const read = async () => {
      while (performance.now() - began < 5000) {
        const at = performance.now()
        ages.push(at - Number((await get(path)).body))
      }
    }
    await Promise.all(Array.from({ length: 6 }, read))
    // The other half of the two seconds is the application’s.
    expect(Math.max(...ages)).toBeLessThan(1500)
    expect(asked().length).toBeLessThan(ages.length / 3)
  })

  test('a page that nobody wanted for long is never what the next two readers get, though the new one takes its time', async () => {
    const path = fresh()
    both((_req, res) => sendPage(res, 'long ago'))
    await get(path)
    const kept = Date.now()
    await until('it is old', () => Date.now() - kept > 3100, 10_000)
    both((_req, res) => void setTimeout(() => sendPage(res, 'new'), 300))
    const answers = await Promise.all([get(path), get(path), get(path)])
    expect(answers.map(({ body }) => body.toString())).toEqual(['new', 'new', 'new'])
  })

  test('a page that is gone is gone, and does not come back when the application does not answer', async () => {
    for (const status of [404, 410, 451]) {
      const path = fresh()
      both((_req, res) => sendPage(res, 'the page'))
      await get(path)
      const gone = status === 404 ? 'public, max-age=0, s-maxage=1' : 'no-store'
      both((_req, res) => sendPage(res, 'gone', { 'Cache-Control': gone }, status))
      await until(`${status} is said`, async () => (await get(path)).status === status, 3000)
      both((_req, res) => res.destroy())
      await until(
        'it is asked in vain',
        async () => (await get(path)).headers['cache-status']?.includes('failed') ?? false,
        5000,
      )
      expect((await get(path)).status).toBe(status)
    }
  })

  test.each<[string, Record<string, string>]>([
    ['private', { 'Cache-Control': 'private, no-store' }],
    ['without a word on it', { 'Cache-Control': '' }],
    ['no-store', { 'Cache-Control': 'no-store' }],
    ['with Set-Cookie', { 'Set-Cookie': 'session=1' }],
    ['varying by cookie', { Vary: 'Accept-Encoding, Cookie' }],
    ['varying by cookie alone', { Vary: 'Cookie' }],
    ['varying by all', { Vary: '*' }],
  ])('an answer %s is never handed to another', async (_what, headers) => {
    both((req, res) => sendPage(res, `for ${req.headers.cookie ?? 'nobody'}`, headers))
    const path = fresh()
    for (const cookie of ['a=1', 'b=2'])
      expect((await get(path, { cookie })).body.toString()).toBe(`for ${cookie}`)
    expect((await get(path)).body.toString()).toBe('for nobody')
  })

  test('files that say so are kept for longer than a second', async () => {
    both((_req, res) => sendPage(res, 'file', { 'Cache-Control': 'public, max-age=31536000, immutable' }))
    const path = `/_next/static/${fresh()}`
    const began = Date.now()
    await get(path)
    await until('seconds have passed', () => Date.now() - began > 2100, 10_000)
    expect((await get(path)).headers['cache-status']).toContain('nginx; hit')
    expect(asked()).toHaveLength(1)
  })

  test('every way to ask for a coding comes to one of three, each with its own bytes', async () => {
    both((req, res) => {
      const coding = String(req.headers['accept-encoding'])
      sendPage(res, `as ${coding}`, coding === 'identity' ? {} : { 'Content-Encoding': coding })
    })
    const path = fresh()
    const wishes: [string | undefined, string][] = [
      ['gzip, deflate, br, zstd', 'br'],
      ['br, gzip', 'br'],
      ['gzip;q=0.8, br;q=1.0', 'br'],
      ['BR', 'br'],
      ['br;q=0.001', 'br'],
      ['gzip, br;q=0.2', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['br;q=0.000, gzip;q=0.5', 'gzip'],
      ['x-gzip', 'gzip'],
      ['br;q=0', 'identity'],
      ['identity', 'identity'],
      ['identity, gzip;q=0.5', 'identity'],
      ['abr, brx, zstd', 'identity'],
      ['', 'identity'],
      [undefined, 'identity'],
    ]
    for (const [wish, coding] of wishes) {
      const answer = await get(path, wish === undefined ? {} : { 'accept-encoding': wish })
      expect([wish, answer.body.toString()]).toEqual([wish, `as ${coding}`])
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(coding)
    }
    expect(new Set(asked().map(({ headers }) => headers['accept-encoding']))).toEqual(
      new Set(['br', 'gzip', 'identity']),
    )
  })

  test('what a stranger puts into a request reaches neither the application as truth nor the next reader', async () => {
    both((req, res) => sendPage(res, JSON.stringify([req.url, req.headers])))
    const path = fresh()
    const lies = {
      'x-forwarded-for': '9.9.9.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
    }
    await get(`${path}?utm=1`, lies)
    const [heard] = asked()
    expect(heard?.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' })
    expect(JSON.stringify(heard?.headers)).not.toMatch(/evil|gopher|9\.9\.9\.9/)
    const others = await Promise.all([get(path), get(`${path}?utm=2`), get(`${path}?`)])
    expect(others.map(({ body }) => JSON.parse(body.toString())[0])).toEqual([
      path,
      `${path}?utm=2`,
      `${path}?`,
    ])
  })

  test('asking for a part, for the head alone, or by tag leaves the whole page for the next', async () => {
    both((_req, res) => sendPage(res, 'a whole page', { ETag: '"whole"' }))
    const path = fresh()
    const head = await askPlainly(nginx.origin + path, { method: 'HEAD' })
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '12'])
    expect((await get(path)).body.toString()).toBe('a whole page')
    expect((await get(path, { 'if-none-match': '"whole"' })).status).toBe(304)
    expect((await get(path, { 'if-none-match': '"other"' })).body.toString()).toBe('a whole page')

    const other = fresh()
    const part = await get(other, { range: 'bytes=2-6' })
    expect([part.status, part.body.toString()]).toEqual([200, 'a whole page'])
    expect((await get(other)).body.toString()).toBe('a whole page')
    expect(asked().filter(({ headers }) => headers.range !== undefined)).toEqual([])
  })

  test('events come as they happen', async () => {
    let say: (text: string) => void = () => undefined
    both((_req, res) => {
      res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      say = (text) => void res.write(`data: ${text}\n\n`)
      say('first')
    })
    const answer = await fetch(`${nginx.origin}/api/news/1/live`)
    const reader = answer.body?.getReader()
    const heard = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await heard()).toBe('data: first\n\n')
    say('second')
    expect(await heard()).toBe('data: second\n\n')
    await reader?.cancel()
  })

  test('a reader’s question is asked again elsewhere when a process drops it or is just starting; a post never is', async () => {
    app.answer = (_req, res) => res.destroy()
    for (let n = 0; n < 4; n += 1) expect((await get(fresh())).status).toBe(200)
    app.answer = (_req, res) => sendPage(res, 'starting', { 'Cache-Control': 'no-store' }, 503)
    for (let n = 0; n < 4; n += 1) expect((await get(fresh())).status).toBe(200)

    both((_req, res) => res.destroy())
    app.asked.length = 0
    second.asked.length = 0
    const answer = await askPlainly(`${nginx.origin}/api/comments`, { method: 'POST', body: 'body=text' })
    expect(answer.status).toBe(503)
    expect(asked()).toHaveLength(1)
  })

  test('bodies pass up to the application’s limit of 256 kB, and no further', async () => {
    both(
      (req, res) =>
        void req.resume().on('end', () => sendPage(res, 'taken', { 'Cache-Control': 'no-store' })),
    )
    const post = (bytes: number) =>
      askPlainly(`${nginx.origin}/api/comments`, { method: 'POST', body: Buffer.alloc(bytes) })
    expect((await post(256 * 1024)).status).toBe(200)
    expect((await post(256 * 1024 + 1)).status).toBe(413)
  })

  test('without the application, kept pages go on and say so, others get a page that says what to do', async () => {
    const path = fresh()
    await get(path, { 'accept-encoding': 'br' })
    await Promise.all([app.close(), second.close()])
    try {
      const stale = await until(
        'the kept page is old',
        async () => {
          const answer = await get(path, { 'accept-encoding': 'br' })
          return answer.headers['cache-status']?.includes('upstream-failed') ? answer : null
        },
        5000,
      )
      expect([stale.status, stale.body.toString()]).toEqual([200, 'page'])
      const other = await get(fresh())
      expect([other.status, other.headers['retry-after'], other.headers['cache-control']]).toEqual([
        503,
        '5',
        'no-store',
      ])
      expect(other.headers['content-type']).toContain('text/html')
      expect(other.body.toString()).toContain('<h1>Not available just now</h1>')
    } finally {
      await Promise.all([app.open(), second.open()])
    }
    await until(
      'it recovers by itself',
      async () => (await get(path)).headers['cache-status']?.includes('failed') === false,
      5000,
    )
    expect((await get(fresh())).status).toBe(200)
  })

  test('the application’s own 503 is passed on as it is', async () => {
    both((_req, res) =>
      sendPage(res, 'its own words', { 'Cache-Control': 'no-store', 'Retry-After': '7' }, 503),
    )
    const answer = await get(fresh())
    expect([answer.status, answer.body.toString(), answer.headers['retry-after']]).toEqual([
      503,
      'its own words',
      '7',
    ])
  })

  test('the log names status, cache and request id of what went past the cache', async () => {
    both((_req, res) => sendPage(res, 'no', { 'Cache-Control': 'no-store', 'X-Request-Id': 'r-17' }, 500))
    const path = fresh()
    await get(path)
    const log = await until(
      'it is written',
      async () => {
        const text = await nginx.accessLog()
        return text.includes(path) ? text : null
      },
      5000,
    )
    expect(log.split('\n').find((line) => line.includes(path))).toMatch(/" 500 \d+ MISS [\d.]+ r-17 /)
  })

  /** Repeats what a tick of nginx’s clock in between can spoil. */
  function untilFresh<T>(attempt: () => Promise<T | false | undefined>): Promise<T> {
    return until('one round within one second', async () => (await attempt()) || null, 20_000)
  }
})
