import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { disguised } from './disguises'
import { foreignWords } from './foreign-words'
import { articleId, type KeptSite, startKeptSite, talk } from './kept-site'
import { countRows, listFiles, residentMegabytes } from './leftovers'
import { askAll, costly, madeUp } from './made-up'
import { idleParameters, oddAddresses } from './odd-addresses'
import { askRaw, headerOf } from './raw'
import { lasting, plainRequest, standing } from './standing'

// Enough for what one of each leaves to stand out, and with TRIBUNE_LONG ten thousand of each kind.
const [costlyOfAKind, cheapOfAKind] = process.env.TRIBUNE_LONG ? [10_000, 10_000] : [100, 500]
let site: KeptSite

beforeAll(async () => {
  site = await startKeptSite()
})
// After each case in the coding that nearly everybody gets, and after all of them in every one.
afterEach(async () => {
  expect(site.before, 'the kept documents').toMatchObject(await standing(site.port, site.addresses, ['br']))
})
afterAll(async () => {
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

test.each(idleParameters)('parameters that do not count show the page without them: %s', async (query) => {
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

test.each(oddAddresses)(
  'an address beside a document’s is not that document: %s',
  async (address, status) => {
    const answer = await askRaw(site.port, plainRequest(address.replace('{article}', site.article)))
    expect(answer.status).toBe(status)
    const location = headerOf(answer, 'location')
    if (status === 308) expect(location).toBe(site.article)
    else expect(location).toBeUndefined()
  },
)

describe('what only one reader may see', () => {
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
    for (const path of disguised) {
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
    const [rows, files] = [await countRows(site.dataDir), await listFiles(site.dataDir)]
    for (const [kind, address] of Object.entries(madeUp)) {
      const count = costly.includes(kind) ? costlyOfAKind : cheapOfAKind
      const paths = Array.from({ length: count }, (_, number) => address(number))
      const statuses = new Set((await askAll(site.port, paths, 8)).map(({ status }) => status))
      expect([kind, ...statuses]).toEqual([kind, kind === 'parameters' ? 200 : 404])
    }
    expect(await countRows(site.dataDir)).toEqual(rows)
    const left = (await listFiles(site.dataDir)).filter((name) => !files.includes(name))
    // The site’s own pictures are made in several widths meanwhile, and the page that parameters led to is on disk once.
    const unforeseen = left.filter((name) => !name.includes('/picture-variants/'))
    expect(unforeseen.length, unforeseen.join()).toBeLessThanOrEqual(2 * site.addresses.length)
    expect(await residentMegabytes(site.dataDir)).toBeLessThan(800)
  })

  test('beyond what can be made at once are sent away for now, while kept documents are served', async () => {
    // Many more than may wait: connections come in no faster than the supervisor hands them on.
    const paths = Array.from({ length: 2500 }, (_, number) => madeUp.slugs?.(50_000 + number) ?? '')
    let isOver = false
    const flood = askAll(site.port, paths, paths.length).finally(() => (isOver = true))
    let hits = 0
    while (!isOver) {
      const answer = await askRaw(site.port, plainRequest(site.article))
      expect(answer.status).toBe(200)
      // The clock's own work may touch it meanwhile: then it is made anew, in its turn.
      expect(headerOf(answer, 'cache-status')).toMatch(/^Tribune; (hit|fwd=stale; stored)$/)
      hits += 1
    }
    const told = await flood
    expect(hits).toBeGreaterThan(10)
    expect(new Set(told.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(
      new Set(['404 undefined', '503 5']),
    )
  })
})
