import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/lib/database/free-port'
import { hasNginx, type Nginx, startNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { newDataDir } from './data-dir'
import { count, type Front, openFront } from './front'
import { addressesToPass } from './odd-addresses'
import { expectReadersToSee, type Sight } from './readers-see'
import { ask } from './running'
import { type Site, startSite } from './site'
import { shownWithinMs, until } from './until'
import { tryLongList, tryUploads } from './uploads'

const present = hasNginx()
if (!present)
  console.warn('NOT RUN: nginx (with openssl) is not installed here, so the site was not tried behind it.')

const administrator = { email: 'ines@example.org', password: 'seven quiet lanterns' }

describe.skipIf(!present)('the site behind nginx', () => {
  let nginx: Nginx
  let site: Site
  let certificate: Buffer
  let variables: Record<string, string>
  let dataDir: string
  let front: Front
  let desk: string

  beforeAll(async () => {
    const port = await freePort()
    nginx = await startNginx({ apps: [port] })
    certificate = await readFile(nginx.certificate)
    dataDir = await newDataDir('demonstration')
    variables = {
      DATA_DIR: dataDir,
      PORT: String(port),
      SITE_URL: `https://localhost:${new URL(nginx.httpsOrigin).port}`,
      TRUSTED_PROXIES: '127.0.0.1',
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
    }
    site = await startSite(variables)
    front = openFront({ origin: nginx.httpsOrigin, certificate, dataDir, cookieName: '__Host-' })
    desk = await front.signIn(administrator)
  }, 300_000)
  afterAll(async () => {
    site?.signal('SIGTERM')
    await site?.ended
    await nginx?.stop()
  })

  test('somebody signs up and writes through it, from the address that is theirs', async () => {
    const [article] = await front.articles()
    const form = { origin: nginx.httpsOrigin, 'content-type': 'application/x-www-form-urlencoded' }
    const sent = await askPlainly(`${nginx.httpsOrigin}/api/comments`, {
      method: 'POST',
      headers: { ...form, accept: 'text/html' },
      body: `article=${article}&body=A+thought+before+I+sign+in.`,
      from: '127.0.0.2',
      certificate,
    })
    expect(sent.status).toBe(303)
    const kept = await ask<{ address: string }>(dataDir, 'select address from "PendingComment"')
    const today = new Date().toISOString().slice(0, 10)
    expect(kept).toEqual([{ address: createHash('sha256').update(`${today} 127.0.0.2`).digest('base64url') }])

    const reader = await front.signUp('Ana Reed')
    const account = await front.get('/account', { cookie: reader })
    expect(account.body.toString()).toContain('Ana Reed')
    expect(count(account, 'strict-transport-security')).toBe(1)
    expect(
      (await front.post('/api/comments', { article, body: 'A thought.' }, { cookie: reader })).status,
    ).toBe(202)
  })

  test('a document is kept, with the application’s policy on it once, and nobody’s account ever is', async () => {
    const path = await front.articlePath()
    const hit = await until(
      'a hit',
      async () => {
        const answer = await front.get(path, { 'accept-encoding': 'br' })
        return answer.headers['cache-status']?.includes('nginx; hit') ? answer : null
      },
      10_000,
    )
    expect(hit.headers['content-encoding']).toBe('br')
    for (const name of [
      'content-security-policy',
      'strict-transport-security',
      'x-content-type-options',
      'etag',
      'cache-control',
    ])
      expect([name, count(hit, name)]).toEqual([name, 1])

    const reader = await front.signUp('Bo Private')
    expect((await front.get('/account', { cookie: reader })).body.toString()).toContain('Bo Private')
    const stranger = await front.get('/account')
    expect([stranger.status, stranger.headers.location]).toEqual([307, '/sign-in?next=/account'])
    expect(stranger.headers['cache-status'] ?? '').not.toContain('hit')
    expect((await front.get(path, { cookie: reader })).body.toString()).not.toContain('Bo Private')
  })

  test('an approved comment is there soon, and a rejected one gone, on a page that lay idle', async () => {
    const { id, words, path } = await front.givenHeld()
    expect(await front.shows(path, words)).toBe(false)
    await idle()
    await front.decide(id, 'approve', desk)
    await until('it is there', () => front.shows(path, words), shownWithinMs)
    await idle()
    await front.decide(id, 'reject', desk)
    await until('it is gone', async () => !(await front.shows(path, words)), shownWithinMs)
    expect(
      await Promise.all([front.shows(path, words), front.shows(path, words), front.shows(path, words)]),
    ).toEqual([false, false, false])
  })

  test('so it is while many read, and others write', async () => {
    const { id, words, path } = await front.givenHeld()
    const seen: Sight[] = []
    let over = false
    const reading = Array.from({ length: 8 }, async () => {
      while (!over) seen.push({ shown: await front.shows(path, words) })
    })
    const writing = (async () => {
      while (!over) await front.write(desk)
    })()
    await front.decide(id, 'approve', desk)
    await expectReadersToSee(seen, true)
    await front.decide(id, 'reject', desk)
    await expectReadersToSee(seen, false)
    over = true
    await Promise.all([...reading, writing])
  })

  test('an odd address is answered as the application answers it', async () => {
    const [article] = await front.articles()
    const paths = addressesToPass(article)
    const status = (origin: string, path: string) =>
      askPlainly(origin + path, { certificate }).then((answer) => `${path} ${answer.status}`)
    const through = await Promise.all(paths.map((path) => status(nginx.httpsOrigin, path)))
    expect(through).toEqual(await Promise.all(paths.map((path) => status(site.origin, path))))
    // What nginx itself takes for no address at all.
    for (const path of ['/../x', '/a%00b', '/%'])
      expect(await status(nginx.httpsOrigin, path)).toBe(`${path} 400`)
  })

  test('a restart of the application loses no reader’s page and no comment that was taken', async () => {
    const pages = ['/', await front.articlePath()]
    const [article] = await front.articles()
    for (const path of pages) await front.get(path)
    const statuses = new Map<number, number>()
    const taken: string[] = []
    let over = false
    const reading = pages.map(async (path) => {
      while (!over) {
        const { status } = await front.get(path)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    })
    const writing = (async () => {
      for (let n = 0; !over; n += 1) {
        const body = `Written around a restart: ${n}.`
        const { status } = await front.post('/api/comments', { article, body }, { cookie: desk })
        if (status === 201) taken.push(body)
        else expect(status).toBe(503)
      }
    })()
    await until('some are written', () => taken.length > 5, 20_000)
    site.signal('SIGTERM')
    await site.ended
    const before = taken.length
    site = await startSite(variables)
    await until('more are written', () => taken.length > before + 5, 20_000)
    over = true
    await Promise.all([...reading, writing])
    expect([...statuses.keys()]).toEqual([200])
    const stored = await ask<{ source: string; times: number }>(
      dataDir,
      `select source, count(*)::int as times from "Revision" where source like 'Written around%' group by source`,
    )
    expect(stored.filter(({ times }) => times !== 1)).toEqual([])
    const known = new Set(stored.map(({ source }) => source))
    expect(taken.filter((body) => !known.has(body))).toEqual([])
  })

  test('a picture of any size that the library takes comes through, and a larger one is told so', () =>
    tryUploads({ origin: nginx.httpsOrigin, certificate, cookie: desk }))

  test('the newsroom’s longest list of words comes through whole, and one beyond all measure is told so', () =>
    tryLongList({ origin: nginx.httpsOrigin, certificate, cookie: desk }, dataDir))

  async function idle(): Promise<void> {
    await pause(3100)
  }
})
