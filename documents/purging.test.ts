import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

let newsroom: Newsroom
const purging = { trusted: true, maxAge: 60 }

async function open() {
  purging.trusted = true
  newsroom = await openNewsroom({ purging })
  newsroom.pages.set('/about', (_req, res) => sendPage(res, page('About')))
  newsroom.pages.set('/', (_req, res) => sendPage(res, page('Front')))
  newsroom.pages.set('/rules', (_req, res) =>
    sendPage(res, page('Gone', '<meta name="tribune:status" content="410">')),
  )
}
afterEach(() => newsroom.close())

const sharedSeconds = async (path: string, headers = {}) => {
  const { headers: said } = await newsroom.get(path, { headers })
  return Number(/s-maxage=(\d+)/.exec(said['cache-control'] ?? '')?.[1])
}

test('only a hit carries the long word: an answer just made may reach the outer cache after the purge meant for it', async () => {
  await open()
  expect(await sharedSeconds('/about')).toBe(1)
  expect(await sharedSeconds('/about')).toBe(60)
  expect(await sharedSeconds('/about', { 'accept-encoding': 'br', 'x-odd': '1', range: 'bytes=0-1' })).toBe(
    60,
  )
  const { headers } = await newsroom.get('/about')
  const known = await newsroom.get('/about', { headers: { 'if-none-match': String(headers.etag) } })
  expect([known.status, known.headers['cache-control']]).toEqual([304, headers['cache-control']])
})

test('while purges do not arrive every document is for a second, kept or not', async () => {
  await open()
  await newsroom.get('/about')
  purging.trusted = false
  expect(await sharedSeconds('/about')).toBe(1)
  expect(await sharedSeconds('/about?utm=1')).toBe(1)
  expect(await plainHit('/about')).toContain('s-maxage=1,')
  purging.trusted = true
  expect(await plainHit('/about')).toContain('s-maxage=60,')
  expect(await sharedSeconds('/about')).toBe(60)
})

test('bytes known to be old are for a second, and not to be served stale after it', async () => {
  await open()
  for (const _time of [1, 2]) {
    await newsroom.get('/about')
    newsroom.change('site')
  }
  const old = await newsroom.get('/about')
  expect(old.headers['cache-status']).toContain('renewed-within-a-second')
  expect(old.headers['cache-control']).toBe('public, max-age=0, s-maxage=1, stale-if-error=86400')
})

test('a page that changes by the clock is for a second, and a withdrawn one for nobody', async () => {
  await open()
  await newsroom.get('/')
  expect(await sharedSeconds('/')).toBe(1)
  await newsroom.get('/rules')
  expect((await newsroom.get('/rules')).headers['cache-control']).toBe('no-store')
})

test('a document names the topics it shows', async () => {
  await open()
  newsroom.pages.set('/terms', (_req, res) =>
    sendPage(res, page('Terms', '<meta name="tribune:topics" content="article:3 site">')),
  )
  expect((await newsroom.get('/terms')).headers['cache-tag']).toBe('page:terms, site, article:3')
})

test('without the hook nothing is named, and a second is all', async () => {
  newsroom = await openNewsroom()
  newsroom.pages.set('/about', (_req, res) => sendPage(res, page('About')))
  await newsroom.get('/about')
  expect(await sharedSeconds('/about')).toBe(1)
  expect((await newsroom.get('/about')).headers['cache-tag']).toBeUndefined()
})

/** The beginning of the answer to a request of the plainest kind, which is answered before node:http sees it. */
function plainHit(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(newsroom.port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
    )
    socket.on('error', reject).once('data', (chunk) => {
      resolve(chunk.toString('latin1'))
      socket.destroy()
    })
  })
}
