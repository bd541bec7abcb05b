import { afterEach, expect, test, vi } from 'vitest'
import { newFolder, type OpenedTier, openTier, pagesBelow } from './disk/tier.fixture'
import { type Newsroom, openNewsroom, page, sendPage } from './newsroom.fixture'

const url = '/news/7/a-bridge'
const day = 86_400_000
const opened: { site: Newsroom; disk: OpenedTier }[] = []

afterEach(async () => {
  for (const process of opened.splice(0)) await end(process)
})

test('a new process serves what the one before it stored, without a render and with the same tag', async () => {
  const folder = await newFolder()
  const [first, reply] = await storeFirst(folder)
  const second = await startOn(folder, first.site)
  const again = await second.site.get(url, { headers: { 'if-none-match': String(reply.headers.etag) } })
  expect([again.status, again.headers['cache-status']]).toEqual([304, 'Tribune; hit; detail=disk'])
  expect((await second.site.get(url)).headers['cache-status']).toBe('Tribune; hit')
  expect((await second.site.get(url)).text).toBe(reply.text)
  expect((await second.site.get('/news/7')).headers.location).toBe(url)
  expect(second.site.documents.stats().renders).toBe(0)
  second.site.pages.set(url, (_, res) => sendPage(res, page('second')))
  second.site.change('talk:7')
  expect((await second.site.get(url)).text).toContain('second')
})

test.each<{ what: string; change(topics: Map<string, number>): void }>([
  { what: 'has grown', change: (topics) => topics.set('talk:7', 6) },
  { what: 'went back, as in a backup', change: (topics) => topics.set('talk:7', 4) },
  { what: 'is gone', change: (topics) => topics.delete('talk:7') },
  { what: 'is there for the first time', change: (topics) => topics.set('article:7', 1) },
  { what: 'of the site is another database’s', change: (topics) => topics.set('site', 2) },
])('a page is not taken from disk when the version of a topic $what', async ({ change }) => {
  const folder = await newFolder()
  const [first] = await storeFirst(folder)
  change(first.site.database.topics)
  const second = await startOn(folder, first.site)
  second.site.pages.set(url, (_, res) => sendPage(res, page('second')))
  const reply = await second.site.get(url)
  expect([reply.text, reply.headers['cache-status']]).toEqual([page('second'), 'Tribune; fwd=miss; stored'])
})

test('what was found to be old is not served when its render fails either, nor when the database goes away', async () => {
  const folder = await newFolder()
  const [first] = await storeFirst(folder)
  first.site.database.topics.set('talk:7', 6)
  const second = await startOn(folder, first.site)
  second.site.pages.set(url, (_, res) => void res.writeHead(500).end())
  expect((await second.site.get(url)).status).toBe(500)
  await vi.waitFor(async () => expect(await pagesBelow(folder)).toEqual([]))
  Object.assign(second.site.database, { stopped: true, hearing: false })
  expect((await second.site.get(url)).status).toBe(503)
})

test('a page whose day is over is not taken from disk', async () => {
  const folder = await newFolder()
  const first = await startOn(folder)
  first.site.pages.set('/', (_, res) => sendPage(res, page('today')))
  await first.site.get('/')
  await end(first)
  const second = await startOn(folder, first.site)
  second.site.clock.now += day
  second.site.pages.set('/', (_, res) => sendPage(res, page('tomorrow')))
  expect((await second.site.get('/')).text).toContain('tomorrow')
})

test('only what is kept is stored: no missing page, none with a cookie, none that is blocked; withdrawn ones are', async () => {
  const folder = await newFolder()
  const { site, disk } = await startOn(folder)
  const said = (status: number) => `<meta name="tribune:status" content="${status}">`
  site.pages.set('/about', (_, res) => {
    res.setHeader('set-cookie', 'sid=secret')
    sendPage(res, page('About'))
  })
  site.pages.set('/news/8', (_, res) => sendPage(res, page('Blocked', said(451))))
  site.pages.set('/news/9', (_, res) => sendPage(res, page('Withdrawn', said(410))))
  const statuses = await Promise.all(
    ['/about', '/news/8', '/news/1000', '/news/9'].map((path) => site.get(path)),
  )
  expect(statuses.map(({ status }) => status)).toEqual([200, 451, 404, 410])
  await end({ site, disk })
  expect(await pagesBelow(folder)).toHaveLength(1)
  const second = await startOn(folder, site)
  const gone = await second.site.get('/news/9')
  expect([gone.status, gone.headers['cache-status'], gone.headers['cache-control']]).toEqual([
    410,
    'Tribune; hit; detail=disk',
    'no-store',
  ])
})

test('a page that is kept no longer leaves the disk as well', async () => {
  const folder = await newFolder()
  const { site, disk } = await startOn(folder)
  await site.get(url)
  await vi.waitFor(async () => expect(await pagesBelow(folder)).toHaveLength(1))
  site.pages.set(url, (_, res) =>
    sendPage(res, page('Blocked', '<meta name="tribune:status" content="451">')),
  )
  site.change('article:7')
  expect((await site.get(url)).status).toBe(451)
  await end({ site, disk })
  expect(await pagesBelow(folder)).toEqual([])
})

test('made-up addresses leave nothing on disk', async () => {
  const folder = await newFolder()
  const running = await startOn(folder)
  for (let id = 1000; id < 1100; id += 1) await running.site.get(`/news/${id}`)
  await end(running)
  expect(await pagesBelow(folder)).toEqual([])
})

test('while the database is away, stored pages stand in for a day after it was last heard and not longer', async () => {
  const folder = await newFolder()
  const [first, reply] = await storeFirst(folder)
  const second = await startAway(folder, first)
  for (const detail of ['outage-disk', 'outage']) {
    const stored = await second.site.get(url)
    expect([stored.status, stored.text]).toEqual([200, reply.text])
    expect(stored.headers['cache-status']).toBe(`Tribune; hit; detail=${detail}`)
  }
  second.site.clock.now += day - 1
  expect((await second.site.get(url)).status).toBe(200)
  second.site.clock.now += 1
  const over = await second.site.get(url)
  expect([over.status, over.headers['retry-after']]).toEqual([503, '5'])
})

test('while the database is away, memory too stands in for a day and not longer', async () => {
  const { site } = await startOn(await newFolder())
  await site.get(url)
  Object.assign(site.database, { stopped: true, hearing: false })
  expect(await site.presence.isAway()).toBe(true)
  site.clock.now += day - 1
  expect((await site.get(url)).status).toBe(200)
  site.clock.now += 1
  expect((await site.get(url)).status).toBe(503)
})

test('a stored page that is known to have changed does not stand in', async () => {
  const folder = await newFolder()
  const [first] = await storeFirst(folder, (disk) => {
    disk.heard.note('talk:7', 6)
    disk.heard.note('talk:8', 1)
  })
  const second = await startAway(folder, first)
  expect((await second.site.get(url)).status).toBe(503)
})

test('a database that is another one than before takes the voucher from everything stored', async () => {
  const folder = await newFolder()
  const [first] = await storeFirst(folder, (disk, site) => {
    site.clock.now += 1
    return disk.heard.startAnew()
  })
  const second = await startAway(folder, first)
  expect((await second.site.get(url)).status).toBe(503)
})

test('when the database is back what stood in is served only if its versions say so', async () => {
  const folder = await newFolder()
  const [first] = await storeFirst(folder)
  const second = await startAway(folder, first)
  await second.site.get(url)
  second.site.database.topics = new Map(first.site.database.topics)
  await comeBack(second.site)
  expect((await second.site.get(url)).headers['cache-status']).toBe('Tribune; hit; detail=disk')

  const third = await startAway(folder, first)
  await third.site.get(url)
  third.site.database.topics = new Map([...first.site.database.topics, ['talk:7', 6]])
  await comeBack(third.site)
  third.site.pages.set(url, (_, res) => void res.writeHead(500).end())
  expect((await third.site.get(url)).status).toBe(500)
  third.site.pages.set(url, (_, res) => sendPage(res, page('second')))
  expect((await third.site.get(url)).text).toContain('second')
})

type Process = { site: Newsroom; disk: OpenedTier }

/** Starts a process on the folder, with the topics of the one before. */
async function startOn(folder: string, before?: Newsroom): Promise<Process> {
  let clock = { now: 1_800_000_000_000 }
  const disk = await openTier(folder, { now: () => clock.now })
  const topics = before?.database.topics ?? [
    ['site', 1],
    ['talk:7', 5],
  ]
  const site = await openNewsroom({ disk }, new Map(topics))
  clock = site.clock
  site.pages.set('/news/7', (_, res) => void res.writeHead(308, { location: url }).end())
  site.pages.set(url, (_, res) => sendPage(res, page('first')))
  opened.push({ site, disk })
  return { site, disk }
}

/** A process that has stored one page and ended. What it heard before its end may be told. */
async function storeFirst(
  folder: string,
  last?: (disk: OpenedTier, site: Newsroom) => unknown,
): Promise<[Process, Awaited<ReturnType<Newsroom['get']>>]> {
  const first = await startOn(folder)
  const reply = await first.site.get(url)
  expect(reply.headers['cache-status']).toBe('Tribune; fwd=miss; stored')
  first.disk.heard.upTo(first.site.clock.now)
  await last?.(first.disk, first.site)
  await end(first)
  return [first, reply]
}

/** A process that has never heard the database. */
async function startAway(folder: string, before: Process): Promise<Process> {
  const process = await startOn(folder, before.site)
  Object.assign(process.site.database, { stopped: true, hearing: false, heardAt: Number.NEGATIVE_INFINITY })
  process.site.clock.now = before.site.clock.now
  process.site.presence.doubt()
  return process
}

async function comeBack(site: Newsroom): Promise<void> {
  Object.assign(site.database, { stopped: false, hearing: true, heardAt: site.clock.now })
  site.presence.heard()
}

async function end(process: Process): Promise<void> {
  const index = opened.findIndex(({ site }) => site === process.site)
  if (index >= 0) opened.splice(index, 1)
  await process.site.close()
  await process.disk.close()
}
