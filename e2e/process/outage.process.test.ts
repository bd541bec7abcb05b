import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { givenArticle } from '@/lib/database/test-newsroom'
import { type Ask, answered, asking, comment, givenNewsroom, inOutage } from './outage-newsroom'
import { type Asked, sender } from './send'
import { launchSite, refusedStart, type Site, startSite, type Variables } from './site'
import { expectSoundPage } from './sound-page'
import { until } from './until'

test('with PostgreSQL stopped kept documents are served, also by a new process, the rest says 503, and all recovers', async () => {
  const { database, variables, article, other, removeComment } = await givenNewsroom()
  const site = await startSite(variables)
  const ask = asking(site)
  const first = await ask({ path: article })
  expect(first.body).toContain(comment)
  await untilStored(variables)

  await database.stop()
  const kept = await until('it is known that the database is away', () => inOutage(ask, article), 15_000)
  expect([kept.status, kept.body]).toEqual([200, first.body])
  expect(kept.headers['cache-status']).toBe('Tribune; hit; detail=outage')
  await expectUnavailable(ask, other)
  await expectSoundPage(new URL(other, site.origin).href, 503)
  for (const worker of (await family(site.pid)).slice(1)) process.kill(worker, 'SIGKILL')
  const replaced = () => inOutage(ask, article).catch(() => null)
  expect((await until('another worker serves', replaced, 30_000)).body).toBe(first.body)
  await stop(site)

  const again = await startWithoutDatabase(variables)
  expect(again.said()).toMatch(/^The database cannot be used: .* Until it can/m)
  const askAgain = asking(again)
  const stored = await askAgain({ path: article })
  expect([stored.status, stored.body, stored.headers.etag]).toEqual([200, first.body, first.headers.etag])
  expect(stored.headers['cache-status']).toBe('Tribune; hit; detail=outage-disk')
  await expectUnavailable(askAgain, other)
  expect((await askAgain({ path: '/api/health' })).status).toBe(200)

  await database.shut()
  await database.start()
  await removeComment()
  await database.open()
  await until('the start is finished', () => again.said().includes('Ready on '), 30_000)
  const renewed = await until('documents are current', () => answered(askAgain, article), 15_000)
  expect(renewed.body).not.toContain(comment)
  expect((await askAgain({ path: other })).status).toBe(200)
  const written = await askAgain({ path: '/api/comments', form: { article: '1', body: 'Now it is taken' } })
  expect([written.status, written.headers.location]).toEqual([303, '/sign-in?next=%2Fcomments%2Fnew'])
  await stop(again)
})

test('a database that hangs keeps no reader of a kept page waiting, and nobody else for long', async () => {
  const { database, variables, article, other, removeComment } = await givenNewsroom()
  const site = await startSite(variables)
  const ask = asking(site)
  await ask({ path: article })
  database.hang()
  await expectUnavailable(ask, other)
  const kept = await until('kept pages are marked', () => inOutage(ask, article), 15_000)
  expect(kept.body).toContain(comment)
  await removeComment()
  await database.open()
  const renewed = await until('documents are current', () => answered(ask, article), 15_000)
  expect(renewed.body).not.toContain(comment)
  expect((await ask({ path: other })).status).toBe(200)
  await stop(site)
})

test('a site killed between a removal and the word of it does not show what was removed', async () => {
  const { variables, article, removeComment } = await givenNewsroom()
  const site = await startSite(variables)
  expect((await asking(site)({ path: article })).body).toContain(comment)
  await untilStored(variables)
  for (const pid of await family(site.pid)) process.kill(pid, 'SIGSTOP')
  await removeComment()
  for (const pid of await family(site.pid)) process.kill(pid, 'SIGKILL')
  await site.ended

  const again = await startSite(variables)
  const ask = asking(again)
  const shown = await ask({ path: article })
  expect([shown.status, shown.headers['cache-status']]).toEqual([200, 'Tribune; fwd=miss; stored'])
  expect(shown.body).not.toContain(comment)
  await stop(again)
})

test('a removal that a site heard of does not come back from disk when the database is away at the next start', async () => {
  const { database, variables, article, removeComment } = await givenNewsroom()
  const site = await startSite(variables)
  await asking(site)({ path: article })
  await untilStored(variables)
  await removeComment()
  await stop(site)
  await database.shut()
  const again = await startWithoutDatabase(variables)
  expect((await asking(again)({ path: article })).status).toBe(503)
  await stop(again)
})

test('a first start without a database is refused, and so is any start that the database itself refuses', async () => {
  const { database, variables, article } = await givenNewsroom()
  await database.shut()
  const first = await refusedStart(variables)
  expect([first.code, first.said]).toEqual([1, expect.stringContaining('Look at DATABASE_URL')])
  await database.open()
  const site = await startSite(variables)
  await asking(site)({ path: article })
  await untilStored(variables)
  await stop(site)
  const wrong = new URL(database.url)
  wrong.password = 'wrong'
  const second = await refusedStart({ ...variables, DATABASE_URL: wrong.href })
  expect([second.code, second.said]).toEqual([1, expect.stringContaining('password authentication failed')])
})

test('a site killed while it writes documents never serves a torn one', async () => {
  const { database, variables } = await givenNewsroom()
  // One after the other: many at once would wait for a connection, and on a busy machine too long.
  const paths = await database.inside(async () => {
    const made: string[] = []
    while (made.length < 40) made.push(`/news/${(await givenArticle()).id}/a-bridge-is-built`)
    return made
  })
  const site = await startSite({ ...variables, WEB_CONCURRENCY: '2' })
  const load = sender(site.origin, 8)
  const whole = await Promise.all(paths.map((path) => load({ path, patienceMs: 60_000 })))
  await untilStored(variables)
  for (const pid of await family(site.pid)) process.kill(pid, 'SIGKILL')
  await site.ended
  await database.shut()
  const again = await startWithoutDatabase(variables)
  const ask = asking(again)
  const statuses = new Set<number>()
  for (const [index, path] of paths.entries()) {
    const answer = await ask({ path })
    statuses.add(answer.status)
    if (answer.status === 200) expect(answer.body).toBe(whole[index]?.body)
    else expect(answer.status).toBe(503)
  }
  expect(statuses).toContain(200)
  await stop(again)
})

/** A start that is to serve what is kept. */
async function startWithoutDatabase(variables: Variables): Promise<Site> {
  const site = await launchSite(variables)
  let isOver = false
  site.ended.then(() => {
    isOver = true
  })
  const settled = () => isOver || site.said().includes('Serving what is kept on ')
  await until('what is kept is served', settled, 60_000)
  if (isOver) throw new Error(`the start ended:\n${site.said()}`)
  return site
}

/** What is not kept, private pages and every way to write: a page that can be read, or JSON, and when to try again. */
async function expectUnavailable(ask: Ask, path: string): Promise<void> {
  const asked: Asked[] = [
    { path },
    { path: '/account' },
    { path: '/comments/new' },
    { path: '/comments/1' },
    { path: '/admin/queue' },
    { path: '/api/comments', form: { article: '1', body: 'A long thought' } },
    { path: '/api/comments/1/edit', form: { revision: '1', body: 'A better thought' } },
    { path: '/api/sign-in', form: { email: 'ines@example.org', password: 'seven quiet lanterns' } },
    { path: '/api/sign-up', form: { name: 'Ana', email: 'ana@example.org', password: 'nine green kettles' } },
    { path: '/api/admin/comments/1/decide', form: { move: 'approve', revision: '1', seen: '0' } },
  ]
  for (const one of asked) {
    const answer = await ask(one)
    expect([one.path, answer.status, answer.headers['retry-after']]).toEqual([one.path, 503, '5'])
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('still in the box when you go back')
    if (one.path.startsWith('/api/comments')) expect(answer.body).toContain(`>\n${one.form?.body}</textarea>`)
    expect(answer.headers['cache-control']).toContain('no-store')
  }
  for (const { path: at, form } of asked.filter((one) => one.form)) {
    const answer = await ask({ path: at, json: { ...form } })
    expect([at, answer.status, answer.headers['retry-after']]).toEqual([at, 503, '5'])
    expect(JSON.parse(answer.body)).toEqual({ error: 'database-away' })
  }
}

/** Documents lie on disk a little after they were first served. */
async function untilStored({ DATA_DIR }: Variables): Promise<void> {
  const folder = join(DATA_DIR ?? '', 'documents')
  await until(
    'a document is on disk',
    async () => (await readdir(folder, { recursive: true })).some((name) => /\/[0-9a-f]{40}$/.test(name)),
    15_000,
  )
}

/** A process and all below it. */
async function family(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const children = text.trim().split(' ').filter(Boolean).map(Number)
  return [pid, ...(await Promise.all(children.map(family))).flat()]
}

async function stop(site: Site): Promise<void> {
  site.signal('SIGTERM')
  expect(await site.ended).toEqual({ code: 0, signal: null })
}
