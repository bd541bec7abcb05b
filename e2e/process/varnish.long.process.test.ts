import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/lib/database/free-port'
import { hasVarnish, startVarnish, type Varnish } from '../varnish'
import { askPlainly } from './ask-plainly'
import { newDataDir } from './data-dir'
import { type Front, openFront } from './front'
import { type Site, startSite } from './site'
import { until } from './until'

const present = hasVarnish()
if (!present)
  console.warn('NOT RUN: Varnish is not installed here, so the purge hook was not tried against it.')

const administrator = { email: 'ines@example.org', password: 'seven quiet lanterns' }
const promiseMs = 2000

describe.skipIf(!present)('the site behind Varnish, which keeps pages for an hour', () => {
  let varnish: Varnish
  let site: Site
  let front: Front
  let desk: string
  let hook: Awaited<ReturnType<typeof startHook>>

  beforeAll(async () => {
    const port = await freePort()
    varnish = await startVarnish(port)
    hook = await startHook(varnish.purgeUrl)
    const dataDir = await newDataDir('demonstration')
    site = await startSite({
      DATA_DIR: dataDir,
      PORT: String(port),
      SITE_URL: varnish.origin,
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_LIMITS: 'off',
      WEB_CONCURRENCY: '2',
      PURGE_URL: hook.url,
      PURGE_MAX_AGE: '3600',
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
    })
    front = openFront({ origin: varnish.origin, dataDir, cookieName: 'tribune.session' })
    await until('Varnish has seen it', async () => (await front.get('/')).status === 200, 30_000)
    desk = await front.signIn(administrator)
  }, 300_000)
  afterAll(async () => {
    site?.signal('SIGTERM')
    await site?.ended
    await varnish?.stop()
    hook?.close()
  })

  /** What both processes say of a page, asked past Varnish: a connection may end at either. */
  async function outerSeconds(path: string): Promise<number[]> {
    const answers = await Promise.all(Array.from({ length: 8 }, () => askPlainly(site.origin + path)))
    return answers.map(({ headers }) => Number(/s-maxage=(\d+)/.exec(headers['cache-control'] ?? '')?.[1]))
  }

  const isLong = (path: string) => async () => (await outerSeconds(path)).every((seconds) => seconds === 3600)
  const isShort = (path: string) => async () => (await outerSeconds(path)).every((seconds) => seconds === 1)

  /** In Varnish for an hour, as far as the page alone says. */
  async function settle(path: string): Promise<void> {
    await until('both processes give it for long', isLong(path), 10_000)
    await until(
      'Varnish keeps it',
      async () => {
        const { headers } = await front.get(path)
        return headers['cache-status']?.includes('Varnish; hit') &&
          headers['cache-control']?.includes('=3600')
          ? true
          : null
      },
      10_000,
    )
    // Past the second purge of whatever changed last, and past everything that is kept for a second.
    await pause(2500)
    expect((await front.get(path)).headers['cache-status']).toContain('Varnish; hit')
  }

  test('an approved comment is there within two seconds, and a rejected one gone', async () => {
    const { id, words, path } = await front.givenHeld()
    await settle(path)
    await front.decide(id, 'approve', desk)
    await until('it is there', () => front.shows(path, words), promiseMs)
    await settle(path)
    expect(await front.shows(path, words)).toBe(true)
    await front.decide(id, 'reject', desk)
    await pause(promiseMs)
    expect(await front.shows(path, words)).toBe(false)
  })

  test('while the hook is down pages are given for a second, and what changed is purged once it is back', async () => {
    const { id, words, path } = await front.givenHeld()
    await settle(path)
    hook.isDown = true
    await front.decide(id, 'approve', desk)
    await until('new answers are for a second', isShort(path), 10_000)
    await until('it is tried again', () => hook.refused > 4, 20_000)
    expect(await front.shows(path, words)).toBe(false)
    hook.isDown = false
    await until('it is there', () => front.shows(path, words), 10_000)
    await until('pages are given for long again', isLong(path), 10_000)
  })
})

/** The hook's address, with a switch: passes purges on to Varnish, or answers 500. */
async function startHook(target: string) {
  const server = createServer((req, res) => {
    if (hook.isDown) {
      hook.refused += 1
      res.writeHead(500).end()
      return
    }
    const headers = { 'cache-tag': String(req.headers['cache-tag']) }
    askPlainly(target, { method: 'POST', headers }).then(
      ({ status }) => res.writeHead(status).end(),
      () => res.destroy(),
    )
  })
  const port = await freePort()
  const hook = {
    url: `http://127.0.0.1:${port}/purge`,
    isDown: false,
    refused: 0,
    close: () => void server.close(),
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return hook
}
