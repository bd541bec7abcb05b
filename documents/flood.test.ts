import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

const url = '/news/49434/a-headline'
const talk = '/news/49434/comments'
let site: Newsroom

beforeEach(async () => {
  site = await openNewsroom({ limits: { rendersAtOnce: 2, rendersWaiting: 3, storeBytes: 400_000 } })
  site.pages.set(url, (_, res) => sendPage(res, page('Article')))
  site.pages.set(talk, (_, res) => sendPage(res, page('Talk')))
  await site.documents.ready
  await site.get(url)
})
afterEach(() => site.close())

/** Pages under these paths stand still until they are let go. */
function hold(paths: readonly string[]) {
  let letGo = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = () => void resolve()
  })
  for (const path of paths)
    site.pages.set(path, async (_, res) => {
      await gate
      sendPage(res, page(path))
    })
  return { letGo: () => letGo() }
}

test('beyond the bound a miss is 503 with Retry-After, once in the log, while hits and kept pages go on', async () => {
  const paths = ['/about', '/rules', '/terms', '/privacy', '/contact']
  const { letGo } = hold(paths)
  const waiting = paths.map((path) => site.get(path))
  await vi.waitFor(() => expect(site.arrivals()).toBe(paths.length + 1))

  for (const id of [1, 2, 3]) {
    const reply = await site.get(`/section/made-up-${id}`)
    expect([reply.status, reply.headers['retry-after'], reply.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ])
    expect(reply.text).toContain('Page for 503')
  }
  expect(site.lines.filter(({ event }) => event === 'renders-wait')).toHaveLength(1)
  expect((await site.get(url)).headers['cache-status']).toBe('Tribune; hit')

  site.change('article:49434')
  site.pages.set(url, (_, res) => sendPage(res, page('Corrected')))
  const arrived = site.arrivals()
  const renewed = site.get(url)
  await vi.waitFor(() => expect(site.arrivals()).toBe(arrived + 1))
  letGo()
  expect((await renewed).text).toContain('Corrected')
  for (const reply of await Promise.all(waiting)) expect(reply.status).toBe(200)
  expect((await site.get('/section/made-up-1')).status).toBe(404)
})

test('a reader who waits for a turn gets what was true when the render began, not when they came', async () => {
  const { letGo } = hold(['/about', '/rules'])
  const before = [site.get('/about'), site.get('/rules')]
  await vi.waitFor(() => expect(site.asked('/about') + site.asked('/rules')).toBe(2))
  let text = 'first'
  site.pages.set(talk, (_, res) => sendPage(res, page(text)))
  const late = site.get(talk)
  await vi.waitFor(() => expect(site.arrivals()).toBe(4))
  text = 'second'
  site.change('talk:49434')
  letGo()
  expect((await late).text).toContain('second')
  await Promise.all(before)
  expect((await site.get(talk)).headers['cache-status']).toBe('Tribune; hit')
})

test('a render that never ends gives its turn back when its time is over', async () => {
  const impatient = await openNewsroom({ limits: { renderMs: 50, rendersAtOnce: 1 } })
  impatient.pages.set('/about', () => new Promise(() => undefined))
  impatient.pages.set('/rules', (_, res) => sendPage(res, page('Rules')))
  const [hanging, other] = await Promise.all([impatient.get('/about'), impatient.get('/rules')])
  expect([hanging.status, other.status]).toEqual([503, 200])
  await impatient.close()
})

test('made-up parameters push out each other, and no page under a path of its own', async () => {
  const bytes = 'x'.repeat(20_000)
  site.pages.set(talk, (req, res) => sendPage(res, page(`Talk ${req.url}`, '', bytes)))
  const first = await site.get(url)
  for (let made = 0; made < 200; made += 1) await site.get(`${talk}?after=${made.toString(36)}-1`)
  const again = await site.get(url)
  expect([again.headers['cache-status'], again.headers.etag]).toEqual(['Tribune; hit', first.headers.etag])
  expect(site.documents.stats().bytes).toBeLessThanOrEqual(400_000)
  expect((await site.get(`${talk}?after=${(199).toString(36)}-1`)).headers['cache-status']).toBe(
    'Tribune; hit',
  )
})

test('10,000 made-up slugs, ids, branches and parameters leave memory as bounded as before', async () => {
  const small = await openNewsroom({ limits: { missingBytes: 100_000, storeBytes: 400_000 } })
  small.pages.set(url, (_, res) => sendPage(res, page('Article')))
  const kept = await small.get(url)
  const waves = Array.from({ length: 50 }, (_, wave) => Array.from({ length: 50 }, (_, at) => wave * 50 + at))
  for (const wave of waves)
    await Promise.all(
      wave.flatMap((made) => [
        small.get(`/section/made-up-${made}`),
        small.get(`/news/${1_000_000 + made}`),
        small.get(`/comments/${made + 1}/replies`),
        small.get(`${url}?utm=${made}`),
      ]),
    )
  const { entries, bytes, missing, topics } = small.documents.stats()
  expect([entries, bytes < 400_000, missing < 250, topics < 1000]).toEqual([1, true, true, true])
  const again = await small.get(url)
  expect([again.headers['cache-status'], again.headers.etag]).toEqual(['Tribune; hit', kept.headers.etag])
  expect(small.asked(url)).toBe(1)
  await small.close()
}, 60_000)
