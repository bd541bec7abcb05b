import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

type Render = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>
const html = { 'content-type': 'text/html; charset=utf-8' }
const half = page('Half').slice(0, 80)

/** What may go wrong with a render, and what a reader gets who has nothing to fall back on. */
const failures: [string, Render, number][] = [
  ['throws', () => Promise.reject(new Error('broken')), 500],
  [
    'throws after half of it was written',
    (_, res) => {
      res.writeHead(200, html).write(half)
      return Promise.reject(new Error('broken'))
    },
    500,
  ],
  [
    'is cut off after half of it was written',
    (_, res) => {
      res.writeHead(200, html).write(half)
      res.destroy()
    },
    500,
  ],
  [
    'stops after half of it was written',
    (_, res) => {
      res.writeHead(200, html).write(half)
      return new Promise(() => undefined)
    },
    503,
  ],
  ['never begins', () => new Promise(() => undefined), 503],
  ['ends too early', (_, res) => sendPage(res, half), 500],
  ['is empty', (_, res) => sendPage(res, ''), 500],
  [
    'is React’s template of an error',
    (_, res) => sendPage(res, page('x', '', '<template data-dgst="1"></template>')),
    500,
  ],
  [
    'is Next’s page of an error',
    (_, res) => sendPage(res, '<html id="__next_error__"><body></body></html>'),
    500,
  ],
  [
    'leaves a part to scripts',
    (_, res) => sendPage(res, page('x', '', '<template id="B:0"></template>')),
    500,
  ],
  ['is over 8 MB', (_, res) => sendPage(res, page('x', '', 'x'.repeat(8 * 1024 * 1024))), 500],
  ['grows and does not end', (_, res) => growForEver(res), 500],
  ['says 500', (_, res) => sendPage(res, page('x'), 500), 500],
  ['says 503', (_, res) => sendPage(res, page('x', '<meta name="tribune:status" content="503">')), 503],
  ['says nothing with 204', (_, res) => void res.writeHead(204).end(), 500],
  [
    'is not HTML',
    (_, res) => void res.writeHead(200, { 'content-type': 'text/x-component' }).end('0:[]'),
    500,
  ],
  ['has no type', (_, res) => void res.writeHead(200).end(page('x')), 500],
  [
    'leads to another site',
    (_, res) => void res.writeHead(307, { location: '//evil.example/about' }).end(),
    500,
  ],
  ['leads nowhere', (_, res) => void res.writeHead(307).end(), 500],
  ['leads to itself', (_, res) => void res.writeHead(307, { location: '/about' }).end(), 500],
  [
    'leads to itself by another form',
    (_, res) => void res.writeHead(308, { location: './about?x=1' }).end(),
    500,
  ],
  [
    'has a mark in the body',
    (_, res) => sendPage(res, page('x', '', '<meta name="tribune:status" content="410">')),
    500,
  ],
]

let site: Newsroom

beforeEach(async () => {
  site = await openNewsroom({ limits: { renderMs: 100 } })
  await site.documents.ready
})
afterEach(() => site.close())

test.each(failures)('a render that %s is an error, and never kept', async (_, render, status) => {
  site.pages.set('/about', render)
  for (const visit of [1, 2]) {
    const reply = await site.get('/about')
    expect([reply.status, reply.text]).toEqual([status, expect.stringContaining(`Page for ${status}`)])
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers['retry-after']).toBe(status === 503 ? '5' : undefined)
    expect(site.asked('/about')).toBe(visit)
  }
  expect(site.documents.stats()).toMatchObject({ entries: 0, missing: 0 })
})

test.each(failures)(
  'a render that %s leaves the previous page standing until one succeeds',
  async (_, render) => {
    site.pages.set('/about', (_req, res) => sendPage(res, page('Before')))
    const before = await site.get('/about')
    site.pages.set('/about', render)
    site.clock.now += 5000
    site.change('site')
    const reply = await site.get('/about')
    expect([reply.status, reply.text, reply.headers.etag]).toEqual([200, before.text, before.headers.etag])
    expect(reply.headers['cache-status']).toMatch(
      /^Tribune; fwd=stale; fwd-status=50[03]; detail=render-failed$/,
    )
    site.pages.set('/about', (_req, res) => sendPage(res, page('After')))
    site.clock.now += 5000
    expect((await site.get('/about')).text).toContain('After')
  },
)

const cookies: [string, (res: ServerResponse) => void][] = [
  ['set', (res) => res.setHeader('Set-Cookie', 'sid=secret')],
  ['set twice', (res) => res.setHeader('set-cookie', ['sid=secret', 'other=1'])],
  ['appended', (res) => res.appendHeader('SET-COOKIE', 'sid=secret')],
]

test.each(cookies)('a cookie that a page %s reaches nobody, and the page is not kept', async (_, plant) => {
  site.pages.set('/about', (_req, res) => {
    plant(res)
    sendPage(res, page('About'))
  })
  for (const visit of [1, 2]) {
    const reply = await site.get('/about')
    expect([reply.status, reply.headers['set-cookie']]).toEqual([200, undefined])
    expect(reply.headers['cache-status']).toBe('Tribune; fwd=miss')
    expect(site.asked('/about')).toBe(visit)
  }
  expect(site.documents.stats().entries).toBe(0)
})

test.each([
  ['as an object', (res: ServerResponse) => res.writeHead(200, { ...html, 'Set-Cookie': ['sid=secret'] })],
  [
    'as a list',
    (res: ServerResponse) => res.writeHead(200, ['Content-Type', 'text/html', 'set-cookie', 'sid=secret']),
  ],
  [
    'after a reason',
    (res: ServerResponse) => res.writeHead(200, 'OK', { ...html, 'set-cookie': 'sid=secret' }),
  ],
])('nor does one that is written with the head, %s', async (_, head) => {
  site.pages.set('/about', (_req, res) => void head(res).end(page('About')))
  const reply = await site.get('/about')
  expect([reply.status, reply.headers['set-cookie'], reply.text]).toEqual([200, undefined, page('About')])
  expect(site.documents.stats().entries).toBe(0)
})

test('a cookie on a redirect, a page that is not there, a withdrawn one, a file or a feed reaches nobody', async () => {
  const plant = (status: number, body: string, headers = {}) =>
    ((_req, res) =>
      void res
        .writeHead(status, { ...html, ...headers, 'set-cookie': 'sid=secret' })
        .end(body)) satisfies Render
  site.pages.set('/about', plant(307, '', { location: '/rules' }))
  site.pages.set('/rules', plant(404, page('x')))
  site.pages.set('/terms', plant(200, page('x', '<meta name="tribune:status" content="410">')))
  site.pages.set('/feeds/front/atom.xml', plant(200, '<feed/>'))
  site.pages.set('/icon.svg', plant(200, '<svg/>'))
  for (const [path, status] of Object.entries({
    '/about': 307,
    '/rules': 404,
    '/terms': 410,
    '/atom.xml': 200,
    '/icon.svg': 200,
  })) {
    const reply = await site.get(path)
    expect([path, reply.status, reply.headers['set-cookie']]).toEqual([path, status, undefined])
  }
  expect(site.documents.stats().entries).toBe(0)
})

test('an article whose words lead round in a circle is an error, and one that leads to its canonical words is not', async () => {
  const lead = (from: string, to: string) =>
    site.pages.set(from, (_req, res) => void res.writeHead(308, { location: to }).end())
  lead('/news/5', '/news/5/a')
  lead('/news/5/a', '/news/5')
  expect((await site.get('/news/5')).status).toBe(500)
  expect((await site.get('/news/5/a')).status).toBe(500)
  site.pages.set('/news/5/a', (_req, res) => sendPage(res, page('Five')))
  expect((await site.get('/news/5')).headers.location).toBe('/news/5/a')
})

test('a render that comes back long after its time changes nothing', async () => {
  let comeBack = () => undefined
  site.pages.set('/about', (_req, res) => {
    return new Promise<void>((resolve) => {
      comeBack = () => {
        sendPage(res, page('Too late'))
        return void resolve()
      }
    })
  })
  expect((await site.get('/about')).status).toBe(503)
  site.pages.set('/about', (_req, res) => sendPage(res, page('In time')))
  expect((await site.get('/about')).text).toContain('In time')
  comeBack()
  const after = await site.get('/about')
  expect([after.text, after.headers['cache-status']]).toEqual([page('In time'), 'Tribune; hit'])
})

function growForEver(res: ServerResponse): Promise<void> {
  res.writeHead(200, html)
  for (let megabyte = 0; megabyte < 10; megabyte += 1) res.write('x'.repeat(1024 * 1024))
  return new Promise(() => undefined)
}
