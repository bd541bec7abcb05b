import { readFile } from 'node:fs/promises'
import { connect as connectHttp2 } from 'node:http2'
import { describe, expect, test } from 'vitest'
import { checkConfiguration, hasNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { nginxBeforeStandIns } from './nginx-before-stand-ins'
import { sendPage } from './stand-in'
import { until } from './until'

const present = hasNginx()
if (!present)
  console.warn('NOT RUN: nginx (with openssl) is not installed here, so deploy/nginx was not tried.')

describe.skipIf(!present)('deploy/nginx', () => {
  const { nginx, standIns, reply, asked, fresh, get } = nginxBeforeStandIns()

  test('is a configuration that nginx takes without a warning', () => {
    const { ok, said } = checkConfiguration(nginx())
    expect(ok).toBe(true)
    expect(said).not.toMatch(/\[(warn|emerg|error)\]/)
  })

  test('answers over TLS, with HTTP/2, and leads there from http, wherever the request says it was sent', async () => {
    const certificate = await readFile(nginx().certificate)
    const answer = await askPlainly(`${nginx().httpsOrigin}/about`, { certificate })
    expect([answer.status, answer.body.toString()]).toEqual([200, 'page'])

    const session = connectHttp2(nginx().httpsOrigin, { ca: certificate })
    const status = await new Promise((resolve, reject) => {
      session.on('error', reject)
      session
        .request({ ':path': '/about' })
        .on('response', (headers) => resolve(headers[':status']))
        .resume()
    })
    session.close()
    expect(status).toBe(200)

    const moved = await askPlainly(`${nginx().httpOrigin}/news/1?sort=newest`, {
      headers: { host: 'evil.example' },
    })
    expect([moved.status, moved.headers.location]).toEqual([
      308,
      'https://news.example.org/news/1?sort=newest',
    ])
  })

  test('what a stranger puts into a request reaches neither the application as truth nor the next reader', async () => {
    reply((req, res) => sendPage(res, JSON.stringify([req.url, req.headers])))
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

  test('events come as they happen', async () => {
    let say: (text: string) => void = () => undefined
    reply((_req, res) => {
      res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      say = (text) => void res.write(`data: ${text}\n\n`)
      say('first')
    })
    const answer = await fetch(`${nginx().origin}/api/news/1/live`)
    const reader = answer.body?.getReader()
    const heard = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await heard()).toBe('data: first\n\n')
    say('second')
    expect(await heard()).toBe('data: second\n\n')
    await reader?.cancel()
  })

  test('a reader’s question is asked again elsewhere when a process drops it or is just starting; a post never is', async () => {
    const [first] = standIns()
    first.answer = (_req, res) => res.destroy()
    for (let n = 0; n < 4; n += 1) expect((await get(fresh())).status).toBe(200)
    first.answer = (_req, res) => sendPage(res, 'starting', { 'Cache-Control': 'no-store' }, 503)
    for (let n = 0; n < 4; n += 1) expect((await get(fresh())).status).toBe(200)

    reply((_req, res) => res.destroy())
    for (const one of standIns()) one.asked.length = 0
    const answer = await askPlainly(`${nginx().origin}/api/comments`, { method: 'POST', body: 'body=text' })
    expect(answer.status).toBe(503)
    expect(asked()).toHaveLength(1)
  })

  test('bodies pass up to the application’s limit of 256 kB, of an article 2 MB, of the lists of words 4 MB, and no further', async () => {
    reply(
      (req, res) =>
        void req.resume().on('end', () => sendPage(res, 'taken', { 'Cache-Control': 'no-store' })),
    )
    const post = (bytes: number, path = '/api/comments') =>
      askPlainly(`${nginx().origin}${path}`, { method: 'POST', body: Buffer.alloc(bytes) })
    expect((await post(256 * 1024)).status).toBe(200)
    expect((await post(256 * 1024 + 1)).status).toBe(413)
    for (const [path, megabytes] of [
      ['/api/admin/articles/1/correct', 2],
      ['/api/admin/rules', 4],
    ] as const) {
      expect([path, (await post(megabytes * 1024 * 1024, path)).status]).toEqual([path, 200])
      expect([path, (await post(megabytes * 1024 * 1024 + 1, path)).status]).toEqual([path, 413])
    }
    expect((await post(256 * 1024 + 1, '/api/admin/rules/adopt')).status).toBe(413)
  })

  test('what is too large is told so in the form that was asked for, and the application’s own word is passed on', async () => {
    const send = (bytes: number, accept: string) =>
      askPlainly(`${nginx().origin}/api/admin/pictures`, {
        method: 'POST',
        headers: { accept },
        body: Buffer.alloc(bytes),
      })
    const tooMuch = 26 * 1024 * 1024 + 1
    const page = await send(tooMuch, 'text/html,application/xhtml+xml')
    expect([page.status, page.headers['cache-control'], page.headers['content-type']]).toEqual([
      ...[413, 'no-store', 'text/html; charset=utf-8'],
    ])
    expect(page.body.toString()).toContain('<h1>Too large</h1>')
    const program = await send(tooMuch, 'application/json')
    expect([program.status, program.body.toString()]).toEqual([413, '{"error":"too-large"}'])
    reply(
      (req, res) =>
        void req
          .resume()
          .on('end', () => sendPage(res, 'its own words', { 'Cache-Control': 'no-store' }, 422)),
    )
    const own = await send(1024 * 1024, 'text/html')
    expect([own.status, own.body.toString()]).toEqual([422, 'its own words'])
  })

  test('without the application, kept pages go on and say so, others get a page that says what to do', async () => {
    const path = fresh()
    await get(path, { 'accept-encoding': 'br' })
    await Promise.all(standIns().map((one) => one.close()))
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
      await Promise.all(standIns().map((one) => one.open()))
    }
    await until(
      'it recovers by itself',
      async () => (await get(path)).headers['cache-status']?.includes('failed') === false,
      5000,
    )
    expect((await get(fresh())).status).toBe(200)
  })

  test('the application’s own 503 is passed on as it is', async () => {
    reply((_req, res) =>
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
    reply((_req, res) => sendPage(res, 'no', { 'Cache-Control': 'no-store', 'X-Request-Id': 'r-17' }, 500))
    const path = fresh()
    await get(path)
    const log = await until(
      'it is written',
      async () => {
        const text = await nginx().accessLog()
        return text.includes(path) ? text : null
      },
      5000,
    )
    expect(log.split('\n').find((line) => line.includes(path))).toMatch(/" 500 \d+ MISS [\d.]+ r-17 /)
  })
})
