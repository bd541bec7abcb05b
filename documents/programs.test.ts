import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from './newsroom.fixture'
import { speculationRules } from './speculation'

let site: Newsroom
let text = '<feed>first</feed>'
let status = 200
const asked = '/feeds/front/atom.xml'
const type = 'application/atom+xml; charset=utf-8'

beforeEach(async () => {
  site = await openNewsroom()
  await site.documents.ready
  text = '<feed>first</feed>'
  status = 200
  site.pages.set(
    asked,
    (_, res) =>
      void res
        .writeHead(status, { 'content-type': type, 'x-tribune-topics': 'author:ana tag:boats' })
        .end(text),
  )
})
afterEach(() => site.close())

test('what a handler writes for programs is kept as pages are, byte for byte, under its own type', async () => {
  text = '<feed><!-- kept --><script>1 &lt; 2</script><title/></feed>'
  const first = await site.get('/atom.xml')
  expect([first.status, first.text, first.headers['content-type']]).toEqual([200, text, type])
  expect(first.headers['cache-status']).toBe('Tribune; fwd=miss; stored')
  expect(first.headers['x-tribune-topics']).toBeUndefined()
  const second = await site.get('/atom.xml?utm_source=x', { headers: { 'accept-encoding': 'br' } })
  expect(second.headers).toMatchObject({ 'cache-status': 'Tribune; hit', 'content-encoding': 'br' })
  expect(site.asked(asked)).toBe(2)
})

test('a change of what it shows, known beforehand or declared, makes it anew', async () => {
  await site.get('/atom.xml')
  for (const topic of ['news', 'site', 'tag:boats', 'author:ana']) {
    site.clock.now += 5000
    text = `<feed>${topic}</feed>`
    site.change(topic)
    expect((await site.get('/atom.xml')).text).toBe(text)
  }
})

test('whoever has the bytes, by tag or by date, is told so; a HEAD says all but the bytes', async () => {
  const { headers, body } = await site.get('/atom.xml')
  const etag = String(headers.etag)
  const modified = String(headers['last-modified'])
  expect(new Date(modified).getTime()).toBe(site.clock.now)
  expect((await site.get('/atom.xml', { headers: { 'if-none-match': etag } })).status).toBe(304)
  const dated = await site.get('/atom.xml', { headers: { 'if-modified-since': modified } })
  expect([dated.status, dated.headers['last-modified'], dated.body.length]).toEqual([304, modified, 0])
  const other = { 'if-modified-since': modified, 'if-none-match': '"other"' }
  expect((await site.get('/atom.xml', { headers: other })).status).toBe(200)
  const head = await site.get('/atom.xml', { method: 'HEAD' })
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
    200,
    String(body.length),
    0,
  ])
})

test('its date is that of its bytes: news that change nothing leave it, and others never share it', async () => {
  const dates: string[] = []
  async function after(ms: number, next: string) {
    site.clock.now += ms
    text = next
    site.change('news')
    dates.push(String((await site.get('/atom.xml')).headers['last-modified']))
  }
  await after(0, 'one')
  await after(60_000, 'one')
  await after(60_000, 'two')
  // Two quiet seconds allow a further render at once.
  await after(10, 'three')
  expect(dates[1]).toBe(dates[0])
  expect(new Set(dates).size).toBe(3)
})

test('programs of other sites may read it; it runs nothing, and no page is prepared for it', async () => {
  const { headers } = await site.get('/atom.xml')
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  expect(headers).not.toHaveProperty('speculation-rules')
  expect(speculationRules()).not.toMatch(/atom|feed/)
})

test('a browser that asks first is told that another site’s page may say which bytes it has, and nothing is rendered', async () => {
  const asking = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
  const headers = { ...asking, 'access-control-request-headers': 'if-none-match' }
  for (const address of ['/atom.xml', '/api/v1/articles', '/api/v1/articles/7/comments?limit=5']) {
    const answer = await site.get(address, { method: 'OPTIONS', headers })
    expect([address, answer.status, answer.body.length]).toEqual([address, 204, 0])
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': expect.stringContaining('If-None-Match'),
    })
  }
  expect(site.asked(asked)).toBe(0)
  for (const address of ['/about', '/api/viewer']) {
    const answer = await site.get(address, { method: 'OPTIONS', headers })
    expect(answer.headers, address).not.toHaveProperty('access-control-allow-headers')
  }
})

test('one that is not there has the site’s page for that, and appears when its topic moves', async () => {
  status = 404
  expect((await site.get('/atom.xml')).text).toContain('Page for 404')
  site.clock.now += 5000
  status = 200
  site.change('news')
  expect((await site.get('/atom.xml')).text).toBe('<feed>first</feed>')
})

test('it cannot be written to, and one that breaks is an error', async () => {
  const origin = `http://localhost:${site.port}`
  expect((await site.get('/atom.xml', { method: 'POST', headers: { origin }, body: 'x' })).status).toBe(405)
  status = 500
  expect((await site.get('/atom.xml')).status).toBe(500)
})
