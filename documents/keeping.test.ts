import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

const url = '/news/49434/a-headline'
let site: Newsroom
let text = 'first'

beforeEach(async () => {
  site = await openNewsroom()
  text = 'first'
  site.pages.set(url, (_, res) => sendPage(res, page(text)))
  site.pages.set('/news/49434', (_, res) => void res.writeHead(308, { location: url }).end())
})
afterEach(() => site.close())

/** A page whose render, once it has read what it shows, stands still until it is let go. */
function holdRender(path: string, html: () => string, head = '') {
  let letGo = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = () => void resolve()
  })
  const began = new Promise<void>((resolve) => {
    site.pages.set(path, async (_, res) => {
      const read = html()
      resolve()
      await gate
      sendPage(res, page(read, head))
    })
  })
  return { began, letGo: () => letGo() }
}

test('a page is rendered once, then served as it is without asking anybody', async () => {
  const first = await site.get(url)
  const reads = site.database.reads
  const second = await site.get(url)
  expect(first.headers['cache-status']).toBe('Tribune; fwd=miss; stored')
  expect(second.headers['cache-status']).toBe('Tribune; hit')
  expect(second.text).toBe(first.text)
  expect(site.asked(url)).toBe(1)
  expect(site.database.reads).toBe(reads)
})

test('readers who come at the same time share one render', async () => {
  const held = holdRender(url, () => text)
  const replies = Array.from({ length: 20 }, () => site.get(url))
  await vi.waitFor(() => expect(site.arrivals()).toBe(20))
  held.letGo()
  for (const reply of await Promise.all(replies)) expect(reply.text).toContain('first')
  expect(site.asked(url)).toBe(1)
})

test('the first change after a quiet time shows at once', async () => {
  await site.get(url)
  text = 'second'
  site.change('talk:49434')
  const reply = await site.get(url)
  expect(reply.text).toContain('second')
  expect(reply.headers['cache-status']).toBe('Tribune; fwd=stale; stored')
})

test('under a storm of changes a page renders at most once a second, and never shows what is a second and a half old', async () => {
  await site.get(url)
  for (let tick = 1; tick <= 100; tick += 1) {
    site.clock.now += 100
    text = `state ${tick}`
    site.change('talk:49434')
    const shown = Number(/state (\d+)/.exec((await site.get(url)).text)?.[1] ?? 0)
    expect(tick - shown).toBeLessThan(15)
  }
  expect(site.asked(url)).toBeGreaterThanOrEqual(10)
  expect(site.asked(url)).toBeLessThanOrEqual(12)
})

test('under a storm of changes nobody waits for a render, as long as what is kept is younger than a second and a half', async () => {
  await givenStorm()
  site.clock.now += 1000
  const held = holdRender(url, () => text)
  const old = await site.get(url)
  expect([old.headers['cache-status'], old.headers['cache-control']]).toEqual([
    'Tribune; hit; detail=being-renewed',
    'private, no-cache',
  ])
  await held.began
  site.clock.now += 499
  expect((await site.get(url)).text).toContain('second')
  site.clock.now += 1
  const waiting = site.get(url)
  await vi.waitFor(() => expect(site.arrivals()).toBe(5))
  held.letGo()
  expect((await waiting).text).toContain('third')
})

test('what a storm left behind is not served later: the first reader after it waits', async () => {
  await givenStorm()
  site.clock.now += 1500
  expect((await site.get(url)).text).toContain('third')
})

test('nor is it while changes are not heard, nor once a render has failed', async () => {
  await givenStorm()
  site.database.hearing = false
  site.clock.now += 1000
  expect((await site.get(url)).text).toContain('third')
  site.database.hearing = true
  await givenStorm()
  site.clock.now += 1000
  site.pages.set(url, (_, res) => void res.writeHead(500).end())
  await site.get(url)
  await vi.waitFor(() =>
    expect(site.lines).toContainEqual(expect.objectContaining({ event: 'render-failed' })),
  )
  site.pages.set(url, (_, res) => sendPage(res, page(text)))
  site.clock.now += 1000
  expect((await site.get(url)).text).toContain('third')
})

/** A page that was made twice within two seconds, and has changed since. */
async function givenStorm(): Promise<void> {
  text = 'first'
  site.clock.now += 10_000
  await site.get(url)
  for (const next of ['second', 'third']) {
    text = next
    site.change('talk:49434')
    if (next === 'second') await site.get(url)
  }
}

test('a change during a render is not lost: the next reader gets the new text', async () => {
  const held = holdRender(url, () => text)
  const waiting = site.get(url)
  await held.began
  text = 'second'
  site.change('article:49434')
  held.letGo()
  expect((await waiting).text).toContain('first')
  site.pages.set(url, (_, res) => sendPage(res, page(text)))
  expect((await site.get(url)).text).toContain('second')
})

test('a reader who comes after a change does not share a render that began before it', async () => {
  const held = holdRender(url, () => text)
  const early = site.get(url)
  await held.began
  text = 'second'
  site.change('talk:49434')
  const late = site.get(url)
  await vi.waitFor(() => expect(site.arrivals()).toBe(2))
  site.pages.set(url, (_, res) => sendPage(res, page(text)))
  held.letGo()
  expect((await early).text).toContain('first')
  expect((await late).text).toContain('second')
})

const replies = '/comments/7/replies'
const declares = (topics: string) => `<meta name="tribune:topics" content="${topics}">`

test('a topic that the page declares while it renders counts from the first time on, and costs no second render', async () => {
  site.pages.set(replies, (_, res) => sendPage(res, page(text, declares('talk:49434 article:49434'))))
  expect((await site.get(replies)).text).not.toContain('tribune:')
  expect(site.asked(replies)).toBe(1)
  text = 'second'
  site.change('talk:49434')
  expect((await site.get(replies)).text).toContain('second')
  expect(site.asked(replies)).toBe(2)
})

test('a change between the beginning of a render and the first reading of the topics it declares is not lost', async () => {
  let rendered = 0
  site.pages.set(replies, (_, res) => {
    rendered += 1
    const read = text
    if (rendered === 1) {
      text = 'second'
      site.change('talk:49434')
    }
    sendPage(res, page(read, declares('talk:49434')))
  })
  expect((await site.get(replies)).text).toContain('second')
  expect(rendered).toBe(2)
})

test('who comes after a change of what a page declares does not share the render that began before it', async () => {
  const held = holdRender(replies, () => text, declares('talk:49434'))
  const early = site.get(replies)
  await held.began
  text = 'second'
  site.change('talk:49434')
  const late = site.get(replies)
  await vi.waitFor(() => expect(site.arrivals()).toBe(2))
  site.pages.set(replies, (_, res) => sendPage(res, page(text, declares('talk:49434'))))
  held.letGo()
  await early
  expect((await late).text).toContain('second')
})

test('a page of which nobody knew that it declares topics is rendered once more; if it then declares others, it is not kept', async () => {
  site.pages.set(url, (_, res) => sendPage(res, page(text, declares('article:7'))))
  await site.get(url)
  expect(site.asked(url)).toBe(2)
  let rendered = 0
  const other = '/section/world'
  site.pages.set(other, (_, res) => {
    rendered += 1
    sendPage(res, page('x', declares(`talk:${rendered}`)))
  })
  expect((await site.get(other)).headers['cache-status']).toBe('Tribune; fwd=miss')
  expect(site.documents.stats().entries).toBe(1)
})

test('the front page is made anew at midnight in the site zone', async () => {
  site.pages.set('/', (_, res) => sendPage(res, page(text)))
  await site.get('/')
  text = 'tomorrow'
  site.clock.now += 3_600_000
  expect((await site.get('/')).text).toContain('first')
  site.clock.now += 24 * 3_600_000
  expect((await site.get('/')).text).toContain('tomorrow')
})

test('when a render fails the previous bytes are served, and say so', async () => {
  await site.get(url)
  site.change('talk:49434')
  site.pages.set(url, (_, res) => void res.writeHead(500).end())
  const reply = await site.get(url)
  expect(reply.status).toBe(200)
  expect(reply.text).toContain('first')
  expect(reply.headers['cache-status']).toBe('Tribune; fwd=stale; fwd-status=500; detail=render-failed')
  expect(site.lines).toContainEqual(expect.objectContaining({ event: 'render-failed', page: '/news/49434' }))
})

test('with the database stopped kept pages are served and others answer 503 with Retry-After', async () => {
  await site.get(url)
  Object.assign(site.database, { stopped: true, hearing: false })
  site.pages.set(url, () => Promise.reject(new Error('no database')))
  const reply = await site.get(url)
  expect([reply.status, reply.headers['cache-status']]).toEqual([200, 'Tribune; hit; detail=outage'])
  expect(reply.text).toContain('first')
  const other = await site.get('/news/1')
  expect(other.status).toBe(503)
  expect(other.headers['retry-after']).toBe('5')
  expect(other.headers['cache-control']).toBe('no-store')
})

test('while announcements are not heard, a page that can be rendered is, and no kept text is taken for current', async () => {
  await site.get(url)
  site.database.hearing = false
  text = 'second'
  site.clock.now += 1000
  expect((await site.get(url)).text).toContain('second')
  text = 'third'
  site.clock.now += 1000
  expect((await site.get(url)).text).toContain('third')
  site.database.hearing = true
  site.clock.now += 1000
  text = 'fourth'
  expect((await site.get(url)).text).toContain('fourth')
  expect((await site.get(url)).headers['cache-status']).toBe('Tribune; hit')
})

test('what is no longer kept gives its topics back', async () => {
  await site.get(url)
  expect(site.documents.stats().topics).toBeGreaterThanOrEqual(3)
  await site.documents.close()
  expect(site.documents.stats().topics).toBe(1)
})
