import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasVarnish, startVarnish, type Varnish } from '../varnish'
import { askPlainly } from './ask-plainly'
import { type StandIn, sendPage, startStandIn } from './stand-in'
import { until } from './until'

const present = hasVarnish()
if (!present) console.warn('NOT RUN: Varnish is not installed here, so deploy/varnish was not tried.')

const forAMinute = 'public, max-age=0, s-maxage=60, stale-while-revalidate=1, stale-if-error=86400'

describe.skipIf(!present)('deploy/varnish', () => {
  let app: StandIn
  let varnish: Varnish
  let pages = 0
  const fresh = () => `/news/${++pages}/page`
  const get = (path: string, headers: Record<string, string> = {}) =>
    askPlainly(varnish.origin + path, { headers })
  const text = async (path: string, headers: Record<string, string> = {}) =>
    (await get(path, headers)).body.toString()
  const purge = (tags: string, method = 'POST') =>
    askPlainly(varnish.purgeUrl, { method, headers: { 'cache-tag': tags } }).then(({ status }) => status)
  const answer = (words: string, more: Record<string, string> = {}) => {
    app.answer = (_req, res) =>
      sendPage(res, words, { 'Cache-Control': forAMinute, 'Cache-Tag': 'site', ...more })
  }

  beforeAll(async () => {
    app = await startStandIn()
    answer('page')
    varnish = await startVarnish(app.port)
  }, 90_000)
  afterAll(async () => {
    await varnish?.stop()
    await app?.close()
  })
  beforeEach(() => answer('page'))

  test('keeps a page for as long as it says, until a topic it shows is purged', async () => {
    const [one, other] = [fresh(), fresh()]
    answer('old', { 'Cache-Tag': 'article:7, talk:7, site' })
    expect(await text(one)).toBe('old')
    answer('old', { 'Cache-Tag': 'talk:77, section:talk, site' })
    expect(await text(other)).toBe('old')
    answer('new')
    const hit = await get(one)
    expect(hit.headers['cache-status']).toBe('Tribune; hit, Varnish; hit')
    expect(hit.headers['cache-tag']).toBeUndefined()

    expect(await purge('front, talk:7')).toBe(200)
    expect([await text(one), await text(other)]).toEqual(['new', 'old'])
    expect(await purge('site')).toBe(200)
    expect(await text(other)).toBe('new')
  })

  test('takes purges as they are meant, and no others', async () => {
    for (const tags of ['', 'a"b', 'talk:7 || 1 ~ 1', '.*)', 'talk:7,'])
      expect([tags, await purge(tags)]).toEqual([tags, 400])
    expect(await purge('site', 'GET')).toBe(403)
  })

  test.each<[string, Record<string, string>]>([
    ['private', { 'Cache-Control': 'private, no-store' }],
    ['with Set-Cookie', { 'Set-Cookie': 'session=1' }],
    ['varying by cookie', { Vary: 'Accept-Encoding, Cookie' }],
  ])('an answer %s is never handed to another', async (_what, headers) => {
    app.answer = (req, res) =>
      sendPage(res, `for ${req.headers.cookie ?? 'nobody'}`, { 'Cache-Control': forAMinute, ...headers })
    const path = fresh()
    for (const cookie of ['a=1', 'b=2']) expect(await text(path, { cookie })).toBe(`for ${cookie}`)
    expect(await text(path)).toBe('for nobody')
  })

  test('every coding is kept apart', async () => {
    app.answer = (req, res) =>
      sendPage(res, `as ${req.headers['accept-encoding']}`, { 'Cache-Control': forAMinute })
    const path = fresh()
    for (const [wish, coding] of [
      ['gzip, deflate, br', 'br'],
      ['br;q=0, gzip', 'gzip'],
      ['gzip;q=0.5, br;q=0', 'gzip'],
      ['br;q=0', 'identity'],
      ['', 'identity'],
      ['br', 'br'],
    ] as const)
      expect([wish, await text(path, { 'accept-encoding': wish })]).toEqual([wish, `as ${coding}`])
  })

  test('without the application, kept pages go on and others get a page that says what to do', async () => {
    const path = fresh()
    answer('kept', { 'Cache-Control': 'public, max-age=0, s-maxage=1, stale-if-error=86400' })
    await get(path)
    const kept = Date.now()
    await app.close()
    try {
      await until('it is old', () => Date.now() - kept > 1500, 10_000)
      expect(await text(path)).toBe('kept')
      const other = await get(fresh())
      expect([other.status, other.headers['retry-after']]).toEqual([503, '5'])
      expect(other.body.toString()).toContain('<h1>Not available just now</h1>')
    } finally {
      answer('back')
      await app.open()
    }
    await until('it recovers by itself', async () => (await text(path)) === 'back', 20_000)
  })
})
