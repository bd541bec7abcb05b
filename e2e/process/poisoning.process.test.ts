import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { foreignWords } from './foreign-words'
import { articleId, type KeptSite, startKeptSite, talk } from './kept-site'
import { askAll, costly, madeUp } from './made-up'
import { askRaw, headerOf } from './raw'
import { ask, leftRunning } from './running'
import { project } from './site'
import { lasting, plainRequest, standing } from './standing'

// Ten thousand in all, and with TRIBUNE_LONG of each kind.
const [costlyOfAKind, cheapOfAKind] = process.env.TRIBUNE_LONG ? [10_000, 10_000] : [200, 2_250]
let site: KeptSite

beforeAll(async () => {
  site = await startKeptSite()
})
afterEach(async () => {
  expect(await standing(site.port, site.addresses), 'the kept documents').toEqual(site.before)
})

describe('a header that no document depends on', () => {
  test.each(foreignWords)('%s: a kept document is the same with it', async (line) => {
    for (const address of site.addresses) {
      const plain = lasting(await askRaw(site.port, plainRequest(address)))
      expect(lasting(await askRaw(site.port, plainRequest(address, line))), address).toEqual(plain)
    }
    const short = await askRaw(site.port, plainRequest(`/news/${articleId}`, line))
    expect([short.status, headerOf(short, 'location')]).toEqual([308, site.article])
  })

  test('a document that is first rendered for somebody who says it is the same for the next', async () => {
    // An address of its own for each, so that each is a first visit; all of them show the same comments.
    const fresh = (number: number) => `${talk}?sort=oldest&after=${number.toString(36)}-1`
    const reference = await askRaw(site.port, plainRequest(fresh(0)))
    for (const [index, line] of foreignWords.entries()) {
      const address = fresh(index + 1)
      const poisoned = await askRaw(site.port, plainRequest(address, line))
      expect(headerOf(poisoned, 'cache-status'), line).toBe('Tribune; fwd=miss; stored')
      const next = await askRaw(site.port, plainRequest(address))
      expect(headerOf(next, 'cache-status'), line).toBe('Tribune; hit')
      for (const answer of [poisoned, next]) {
        expect(answer.body.toString(), line).toBe(reference.body.toString())
        expect(answer.headers.toString(), line).not.toContain('evil.example')
      }
    }
  })
})

test.each([
  ['?utm_source=evil.example'],
  ['?_rsc=1'],
  ['?__nextLocale=fa&__nextDefaultLocale=fa'],
  ['?after=%00'],
  ['?after=../../account'],
  ['?sort=oldest%20'],
  ['?sort[]=oldest'],
  ['?x=%zz&&&=&%'],
  ['?'],
  [`?${'x=1&'.repeat(300)}`],
])('parameters that do not count show the page without them: %s', async (query) => {
  for (const address of site.addresses.filter((one) => !one.includes('?')))
    expect(lasting(await askRaw(site.port, plainRequest(address + query))), address).toEqual(
      lasting(await askRaw(site.port, plainRequest(address))),
    )
})

test('parameters that count do so once, in their shape and in any order', async () => {
  const oldest = lasting(await askRaw(site.port, plainRequest(`${talk}?sort=oldest`)))
  for (const query of [
    'x=1&sort=oldest',
    'sort=oldest&sort=newest',
    'sort=oldest&after=nonsense',
    'sort=old%65st',
  ])
    expect(lasting(await askRaw(site.port, plainRequest(`${talk}?${query}`))), query).toEqual(oldest)
})

test.each([
  ['{article}/x.css', 404],
  ['{article};x.css', 308],
  ['{article}.css', 308],
  ['{article}%2fx.css', 404],
  ['{article}%2Fx.css', 404],
  ['{article}%5cx.css', 404],
  ['{article}%00.css', 404],
  ['{article}%0d%0aX-A:%20b', 404],
  ['{article}/..', 404],
  ['{article}/../../about', 404],
  ['{article}/%2e%2e/x', 404],
  ['{article}/.', 404],
  ['{article}//', 404],
  ['{article}/', 308],
  ['/{article}', 404],
  ['/.{article}', 404],
  ['{article}\\x.css', 404],
  ['/news/49401/x.css', 308],
  ['/news/049401/x.css', 404],
  ['/news/49401.5', 404],
  ['/news/4294967297', 404],
  ['/news/-1', 404],
  ['/NEWS/49401', 404],
  ['/n%65ws/49401', 404],
  ['/about.css', 404],
  ['/about.rsc', 404],
  ['/about;x.css', 404],
  ['/about%3bx.css', 404],
  ['/about/x.css', 404],
  ['/about%20', 404],
  ['/index', 404],
  ['/index.rsc', 404],
  ['/_next/data/build/about.json', 404],
  ['/_next/image?url=%2Fabout&w=64&q=75', 404],
  ['/errors/404', 404],
  ['/(reader)/about', 404],
])('an address beside a document’s is not that document: %s', async (address, status) => {
  const answer = await askRaw(site.port, plainRequest(address.replace('{article}', site.article)))
  expect(answer.status).toBe(status)
  const location = headerOf(answer, 'location')
  if (status === 308) expect(location).toBe(site.article)
  else expect(location).toBeUndefined()
})

describe('what only one reader may see', () => {
  const places = [
    '/account',
    '/account/comments',
    '/comments/{id}/receipt',
    '/comments/{id}/edit',
    '/sign-out',
  ]
  const disguises = [
    ...[
      '',
      '/',
      '/x.css',
      '/a.js',
      '.css',
      ';x.css',
      '%2f',
      '%2fx.css',
      '%3bx.css',
      '%00.css',
      '%0a.css',
      '%23.css',
    ],
    ...[
      '/..%2fabout',
      '/%2e%2e/about',
      '/../about',
      '/.',
      '//x.css',
      '%20',
      '.rsc',
      '.json',
      '?x.css',
      '/index.html',
    ],
    ...['?_rsc=1', '/favicon.ico', '/_next/static/x.css', '\\x.css', '%5cx.css', '/%252e%252e/about'],
  ]
  const before = [
    '/',
    '/.',
    '/about/..',
    '/_next/static/..%2f..',
    '/about%2f..',
    '/pictures/..',
    '/%2e',
    '/;',
  ]
  const paths = places.flatMap((place) => [
    ...disguises.map((disguise) => place + disguise),
    ...before.map((prefix) => prefix + place),
  ])
  // What Next’s own router asks for is led on to an address of its own, and shows nothing at this one.
  const ways: [string, number][] = [
    ['', 3],
    ['RSC: 1', 0],
    ['Accept: text/css', 3],
    ['X-Forwarded-Host: evil.example', 3],
  ]

  test.each(ways)('is kept under no disguise of its address (“%s”)', async (line, atLeast) => {
    const more = line === '' ? [] : [line]
    let seen = 0
    for (const path of paths) {
      const address = path.replace('{id}', String(site.comment.id))
      const own = await askRaw(site.port, plainRequest(address, `Cookie: ${site.reader.cookie}`, ...more))
      const next = await askRaw(site.port, plainRequest(address, ...more))
      if (isPrivate(own.body)) {
        seen += 1
        expect(headerOf(own, 'cache-control'), address).toBe('private, no-store')
        expect(headerOf(own, 'cache-status'), address).toBeUndefined()
      }
      expect(isPrivate(next.body), address).toBe(false)
      expect(headerOf(next, 'set-cookie'), address).toBeUndefined()
    }
    expect(seen).toBeGreaterThanOrEqual(atLeast)
  })

  test('is not in a document, nor does a document set a cookie, whoever asks', async () => {
    for (const address of site.addresses) {
      const own = await askRaw(site.port, plainRequest(address, `Cookie: ${site.reader.cookie}`))
      expect(lasting(own)).toEqual(lasting(await askRaw(site.port, plainRequest(address))))
      expect([isPrivate(own.body), headerOf(own, 'set-cookie')]).toEqual([false, undefined])
    }
  })

  test.each([
    '/api/viewer',
    '/api/comments',
    '/api/health',
    '/api/sign-in',
    '/comments/{id}',
    '/api/nothing',
  ])('answers of %s, under any ending, are nobody else’s', async (place) => {
    for (const ending of [
      '',
      '/x.css',
      '.css',
      ';x.css',
      `?article=${articleId}`,
      '/',
      '%2fx.css',
      '/..%2fabout',
    ]) {
      const address = place.replace('{id}', String(site.comment.id)) + ending
      const own = await askRaw(site.port, plainRequest(address, `Cookie: ${site.reader.cookie}`))
      const next = await askRaw(site.port, plainRequest(address))
      if (isPrivate(own.body)) expect(headerOf(own, 'cache-control'), address).toMatch(/no-store/)
      expect(isPrivate(next.body), address).toBe(false)
    }
  })

  function isPrivate(body: Buffer): boolean {
    const text = body.toString()
    return [site.reader.name, site.reader.email, site.comment.body].some((word) => text.includes(word))
  }
})

describe('made-up addresses', () => {
  test('leave nothing: no row, no file, no more memory than before', async () => {
    const [rows, files] = [await countRows(), await countFiles()]
    for (const [kind, address] of Object.entries(madeUp)) {
      const count = costly.includes(kind) ? costlyOfAKind : cheapOfAKind
      const paths = Array.from({ length: count }, (_, number) => address(number))
      const statuses = new Set((await askAll(site.port, paths, 8)).map(({ status }) => status))
      expect([kind, ...statuses]).toEqual([kind, kind === 'parameters' ? 200 : 404])
    }
    expect(await countRows()).toEqual(rows)
    expect(await countFiles()).toBe(files)
    expect(await residentMegabytes()).toBeLessThan(800)
  })

  test('beyond what can be made at once are sent away for now, while kept documents are served', async () => {
    const paths = Array.from({ length: 600 }, (_, number) => madeUp.slugs?.(50_000 + number) ?? '')
    let isOver = false
    const flood = askAll(site.port, paths, 600).finally(() => (isOver = true))
    let hits = 0
    while (!isOver) {
      const answer = await askRaw(site.port, plainRequest(site.article))
      expect([answer.status, headerOf(answer, 'cache-status')]).toEqual([200, 'Tribune; hit'])
      hits += 1
    }
    const told = await flood
    expect(hits).toBeGreaterThan(10)
    expect(new Set(told.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(
      new Set(['404 undefined', '503 5']),
    )
  })

  async function countRows(): Promise<Record<string, number>> {
    const tables = await ask<{ name: string }>(
      site.dataDir,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const [row] = await ask<{ count: number }>(site.dataDir, `select count(*)::int as count from "${name}"`)
      counts[name] = row?.count ?? 0
    }
    return counts
  }

  /** Files of the builds and of the data directory, but for those of PostgreSQL. */
  async function countFiles(): Promise<number> {
    const builds = await readdir(join(project, '.next', 'builds'), { recursive: true })
    const data = (await readdir(site.dataDir)).filter((name) => !name.startsWith('postgres'))
    const kept = await Promise.all(
      data.map((name) => readdir(join(site.dataDir, name), { recursive: true }).catch(() => [])),
    )
    return builds.length + kept.flat().length
  }

  async function residentMegabytes(): Promise<number> {
    let kilobytes = 0
    for (const line of await leftRunning(site.dataDir)) {
      const [pid = '', program = ''] = line.split(' ')
      if (!program.includes('node')) continue
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
    }
    return kilobytes / 1024
  }
})
