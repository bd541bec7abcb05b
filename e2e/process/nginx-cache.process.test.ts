import { describe, expect, test } from 'vitest'
import { hasNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { nginxBeforeStandIns } from './nginx-before-stand-ins'
import { sendPage } from './stand-in'
import { until } from './until'

const present = hasNginx()
if (!present) console.warn('NOT RUN: nginx (with openssl) is not installed here, so its cache was not tried.')

describe.skipIf(!present)('the cache of deploy/nginx', () => {
  const { nginx, reply, asked, fresh, get } = nginxBeforeStandIns()

  test('a page is asked for once and handed to all, with every header of the application’s once', async () => {
    reply((_req, res) => sendPage(res, 'page', { 'X-Content-Type-Options': 'nosniff', ETag: '"a"' }))
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
    reply((_req, res) => sendPage(res, String(performance.now())))
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

  test('what is known to be old is not kept for longer because the cache has the very same', async () => {
    const path = fresh()
    reply((_req, res) => sendPage(res, 'old', { ETag: '"old"' }))
    await get(path)
    const known = {
      ETag: '"old"',
      Vary: 'Accept-Encoding',
      'Cache-Control': 'public, max-age=0, s-maxage=1, stale-if-error=86400',
      'Cache-Status': 'Tribune; hit; detail=renewed-within-a-second',
    }
    await until('a second has just begun', () => Date.now() % 1000 < 50, 3000)
    reply((req, res) => {
      if (req.headers['if-none-match'] === '"old"') res.writeHead(304, known).end()
      else sendPage(res, 'old', known)
    })
    await until('it was asked for again', async () => (await get(path)) && asked().length > 1, 3000)
    reply((_req, res) => sendPage(res, 'new'))
    await until('the new one shows', async () => (await get(path)).body.toString() === 'new', 1200)
  })

  test('a page that nobody wanted for long is never what the next two readers get, though the new one takes its time', async () => {
    const path = fresh()
    reply((_req, res) => sendPage(res, 'long ago'))
    await get(path)
    const kept = Date.now()
    await until('it is old', () => Date.now() - kept > 3100, 10_000)
    reply((_req, res) => void setTimeout(() => sendPage(res, 'new'), 300))
    const answers = await Promise.all([get(path), get(path), get(path)])
    expect(answers.map(({ body }) => body.toString())).toEqual(['new', 'new', 'new'])
  })

  test('a page that is gone is gone, and does not come back when the application does not answer', async () => {
    for (const status of [404, 410, 451]) {
      const path = fresh()
      reply((_req, res) => sendPage(res, 'the page'))
      await get(path)
      const gone = status === 404 ? 'public, max-age=0, s-maxage=1' : 'no-store'
      reply((_req, res) => sendPage(res, 'gone', { 'Cache-Control': gone }, status))
      await until(`${status} is said`, async () => (await get(path)).status === status, 3000)
      reply((_req, res) => res.destroy())
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
    reply((req, res) => sendPage(res, `for ${req.headers.cookie ?? 'nobody'}`, headers))
    const path = fresh()
    for (const cookie of ['a=1', 'b=2'])
      expect((await get(path, { cookie })).body.toString()).toBe(`for ${cookie}`)
    expect((await get(path)).body.toString()).toBe('for nobody')
  })

  test('files that say so are kept for longer than a second', async () => {
    reply((_req, res) => sendPage(res, 'file', { 'Cache-Control': 'public, max-age=31536000, immutable' }))
    const path = `/_next/static/${fresh()}`
    const began = Date.now()
    await get(path)
    await until('seconds have passed', () => Date.now() - began > 2100, 10_000)
    expect((await get(path)).headers['cache-status']).toContain('nginx; hit')
    expect(asked()).toHaveLength(1)
  })

  test('every way to ask for a coding comes to one of three, each with its own bytes', async () => {
    reply((req, res) => {
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

  test('asking for a part, for the head alone, or by tag leaves the whole page for the next', async () => {
    reply((_req, res) => sendPage(res, 'a whole page', { ETag: '"whole"' }))
    const path = fresh()
    const head = await askPlainly(nginx().origin + path, { method: 'HEAD' })
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

  /** Repeats what a tick of nginx’s clock in between can spoil. */
  function untilFresh<T>(attempt: () => Promise<T | false | undefined>): Promise<T> {
    return until('one round within one second', async () => (await attempt()) || null, 20_000)
  }
})
