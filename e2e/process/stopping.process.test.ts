import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { newDataDir } from './data-dir'
import { ask, atRest, databaseOf, leftRunning, postgresOf, withDatabaseOf } from './running'
import { type Answer, type Send, sender } from './send'
import { givenSignedIn, type Reader } from './session'
import { launchSite, type Site, startSite, type Variables } from './site'
import { until } from './until'

const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }
// The demonstration's lead; there is no need for another newsroom.
const articleId = 49401

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends everything, and what was under way is answered first',
  async (signal) => {
    const { dataDir, site, send, reader } = await givenSite()
    const hold = await holdAuthor(dataDir, reader)
    const posts = Array.from({ length: 3 }, () => post(send, reader))
    await until('three posts that wait', async () => (await hold.waiting()) === 3, 20_000)
    site.signal(signal)
    await until('new visitors are sent away', () => refusesVisitors(site), 10_000)
    await hold.release()
    const answers = await Promise.all(posts)
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(await site.ended).toEqual({ code: 0, signal: null })
    expect(await leftRunning(dataDir)).toEqual([])

    const written = await atRest(dataDir, () => idsBy(reader, dataDir))
    expect(written).toEqual(answers.map(idOf).sort((a, b) => a - b))
  },
)

test.each<{ moment: string; demo: string; isThere: (site: Site, dataDir: string) => Promise<boolean> }>([
  {
    moment: 'PostgreSQL starts',
    demo: '0',
    isThere: async (_site, dataDir) => (await postgresOf(dataDir)) !== null,
  },
  {
    moment: 'it migrates',
    demo: '0',
    isThere: async (site) => site.said().includes('Starting the database …'),
  },
  { moment: 'pages are prepared', demo: '0', isThere: async (site) => site.said().includes('Migrating …') },
  {
    moment: 'the demonstration is loaded',
    demo: '1',
    isThere: async (site) => site.said().includes('Migrating …'),
  },
])(
  'a start that is stopped while $moment leaves nothing running, and the next one succeeds',
  async ({ demo, isThere }) => {
    const dataDir = await newDataDir()
    const variables: Variables = { DATA_DIR: dataDir, DEMO: demo, ...administrator }
    const site = await launchSite(variables)
    await until('the moment to stop', () => isThere(site, dataDir), 60_000)
    site.signal('SIGTERM')
    await site.ended
    expect(await leftRunning(dataDir)).toEqual([])
    const again = await startSite(variables)
    const path = demo === '1' ? `/news/${articleId}/comments` : '/'
    expect((await sender(again.origin)({ path })).status).toBe(200)
    await end(again)
  },
)

test('after a SIGKILL of the web process the next start takes over the PostgreSQL that still runs', async () => {
  const { dataDir, site, send, reader } = await givenSite()
  const { status } = await post(send, reader)
  const postgres = await postgresOf(dataDir)
  site.signal('SIGKILL')
  await site.ended
  expect(await postgresOf(dataDir)).toBe(postgres)
  const again = await startSite({ DATA_DIR: dataDir, ...administrator })
  expect(await postgresOf(dataDir)).toBe(postgres)
  expect(status).toBe(202)
  expect(await ask(dataDir, `select state from "Comment" where "authorId" = ${reader.id}`)).toEqual([
    { state: 'held' },
  ])
  await end(again)
  expect(await leftRunning(dataDir)).toEqual([])
})

test('after a power cut the next start recovers what was acknowledged', async () => {
  const { dataDir, site, send, reader } = await givenSite()
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(send, reader)))
  const postgres = await postgresOf(dataDir)
  site.signal('SIGKILL')
  if (postgres !== null) process.kill(postgres, 'SIGKILL')
  await site.ended
  const again = await startSite({ DATA_DIR: dataDir, ...administrator })
  expect(await idsBy(reader, dataDir)).toEqual(answers.map(idOf).sort((a, b) => a - b))
  await end(again)
})

test('a PostgreSQL that dies is brought back while the site goes on', async () => {
  const { dataDir, site, send, reader } = await givenSite()
  const postgres = (await postgresOf(dataDir)) ?? 0
  process.kill(postgres, 'SIGKILL')
  const answer = await until('a post is taken again', () => taken(send, reader), 30_000)
  expect(answer.status).toBe(202)
  expect(await postgresOf(dataDir)).not.toBe(postgres)
  await end(site)
  expect(await leftRunning(dataDir)).toEqual([])
})

async function givenSite() {
  const dataDir = await newDataDir('demonstration')
  const site = await startSite({ DATA_DIR: dataDir, RATE_LIMITS: 'off', ...administrator })
  const reader = await withDatabaseOf(dataDir, () => givenSignedIn(dataDir, 'Ana Marin'))
  return { dataDir, site, send: sender(site.origin), reader }
}

function post(send: Send, { cookie }: Reader): Promise<Answer> {
  const json = { article: articleId, body: `A thought: ${randomUUID()}`, key: randomUUID() }
  return send({ path: '/api/comments', cookie, json })
}

async function taken(send: Send, reader: Reader): Promise<Answer | null> {
  const answer = await post(send, reader).catch(() => null)
  return answer && answer.status < 500 ? answer : null
}

/** Of what somebody wrote, as it is in the database. */
async function idsBy({ id }: Reader, dataDir: string): Promise<number[]> {
  const sql = `select id from "Comment" where "authorId" = ${id} order by id`
  return (await ask<{ id: number }>(dataDir, sql)).map((row) => row.id)
}

function idOf({ body }: Answer): number {
  return Number(/"id":(\d+)/.exec(body)?.[1])
}

/** Keeps a reader's row from everybody else, so that what they post waits. */
async function holdAuthor(dataDir: string, { id }: Reader) {
  const client = new pg.Client({ connectionString: await databaseOf(dataDir) })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query('select 1 from "Reader" where id = $1 for update', [id])
  return {
    // Asked outside the transaction, which would go on seeing what it saw first.
    waiting: async () => {
      const [row] = await ask<{ waiting: number }>(
        dataDir,
        `select count(*)::int as waiting from pg_stat_activity where application_name = 'tribune' and wait_event_type = 'Lock'`,
      )
      return row?.waiting
    },
    release: async () => {
      await client.query('rollback')
      await client.end()
    },
  }
}

/** True once nobody listens any more; a connection of its own, as a new visitor makes one. */
async function refusesVisitors(site: Site): Promise<boolean> {
  const visitor = sender(site.origin)
  const refused = await visitor({ path: '/api/health', patienceMs: 2_000 }).then(
    () => false,
    () => true,
  )
  visitor.close()
  return refused
}

async function end(site: Site): Promise<void> {
  site.signal('SIGTERM')
  await site.ended
}
