import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Embedded, startEmbedded } from '@/lib/database/embedded'
import { openDoor } from './door.fixture'
import { connectVersions, type ListenerOptions } from './listener'

let folder: string
let embedded: Embedded
let client: pg.Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-versions-'))
  await chmod(folder, 0o755)
  const started = await startEmbedded({ dataDir: folder, log: () => undefined })
  if (!started.ok) throw new Error(started.error)
  embedded = started.value
  client = new pg.Client(embedded.connection)
  await client.connect()
  await client.query(
    'create table "Topic" (name text primary key, version bigint not null, xid xid8 not null default pg_current_xact_id())',
  )
}, 60_000)
afterAll(async () => {
  await client.end()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => client.query('truncate "Topic"'))

const bump = `insert into "Topic" as t (name, version) values ($1, 1)
  on conflict (name) do update set version = t.version + 1, xid = pg_current_xact_id() returning name || ' ' || version as news`

async function change(name: string, announce: boolean, by = client): Promise<void> {
  const { rows } = await by.query<{ news: string }>(bump, [name])
  if (announce) await by.query("select pg_notify('tribune_topics', $1)", [rows[0]?.news])
}

const never = 3_600_000
const listen = (options: Partial<ListenerOptions> = {}) =>
  connectVersions({ connection: () => embedded.connection, now: Date.now, log: () => undefined, ...options })

test('a topic without a row has version 0, one with a row the row’s', async () => {
  await change('site', false)
  const versions = await listen({ catchUpMs: never })
  const cells = await versions.claim(['site', 'talk:1', 'site'])
  expect(cells.map(({ name, version }) => [name, version])).toEqual([
    ['site', 1],
    ['talk:1', 0],
  ])
  versions.release(cells)
  expect(versions.size()).toBe(0)
  await versions.close()
})

test('an announcement moves a held topic at once, several in one go, and never back', async () => {
  const versions = await listen({ catchUpMs: never })
  const [one, two] = await versions.claim(['talk:1', 'talk:2'])
  await client.query("select pg_notify('tribune_topics', $1)", ['talk:1 7\ntalk:2 8\nother:3 9'])
  await vi.waitFor(() => expect([one?.version, two?.version]).toEqual([7, 8]))
  await client.query("select pg_notify('tribune_topics', $1)", ['talk:1 6\nnonsense\ntalk:2 9'])
  await vi.waitFor(() => expect([one?.version, two?.version]).toEqual([7, 9]))
  expect(versions.size()).toBe(2)
  await versions.close()
})

test('a change whose announcement never came is found by the next catch-up', async () => {
  const versions = await listen({ catchUpMs: 50 })
  const [cell] = await versions.claim(['talk:1'])
  await change('talk:1', false)
  await vi.waitFor(() => expect(cell?.version).toBe(1))
  await versions.close()
})

test('a transaction that began early and commits late is found, whatever committed in between', async () => {
  const versions = await listen({ catchUpMs: 50 })
  const [early, late] = await versions.claim(['talk:1', 'talk:2'])
  const slow = new pg.Client(embedded.connection)
  await slow.connect()
  await slow.query('begin')
  await change('talk:1', false, slow)
  for (let round = 1; round <= 3; round += 1) {
    await change('talk:2', false)
    await vi.waitFor(() => expect(late?.version).toBe(round))
  }
  expect(early?.version).toBe(0)
  await slow.query('commit')
  await vi.waitFor(() => expect(early?.version).toBe(1))
  await slow.end()
  await versions.close()
})

test('what changed while the connection was lost is known after the reconnection', async () => {
  const lines: Record<string, unknown>[] = []
  const versions = await listen({ catchUpMs: never, log: (line) => lines.push(line) })
  const [cell] = await versions.claim(['talk:1'])
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tribune listener'",
  )
  await change('talk:1', true)
  await vi.waitFor(() => expect(cell?.version).toBe(1))
  expect(lines).toContainEqual(expect.objectContaining({ event: 'topics-disconnected' }))
  const [other] = await versions.claim(['talk:2'])
  expect(other?.version).toBe(0)
  await versions.close()
})

test('of topics that have not moved since a moment the versions are told, of any that has, nothing', async () => {
  const versions = await listen({ catchUpMs: never })
  await change('talk:1', true)
  const moment = await versions.moment()
  expect(await versions.unmovedSince(moment, ['talk:1', 'talk:2'])).toEqual(
    new Map([
      ['talk:1', 1],
      ['talk:2', 0],
    ]),
  )
  await change('talk:2', false)
  expect(await versions.unmovedSince(moment, ['talk:1', 'talk:2'])).toBeUndefined()
  expect(await versions.unmovedSince(moment, ['talk:1'])).toEqual(new Map([['talk:1', 1]]))
  await versions.close()
})

test('nor of one that moved in a transaction that was open at that moment', async () => {
  const versions = await listen({ catchUpMs: never })
  const slow = new pg.Client(embedded.connection)
  await slow.connect()
  await slow.query('begin')
  await change('talk:1', false, slow)
  const moment = await versions.moment()
  await slow.query('commit')
  expect(await versions.unmovedSince(moment, ['talk:1'])).toBeUndefined()
  await slow.end()
  await versions.close()
})

test('after six seconds without the database it is not heard; claims fail at once; and it recovers by itself', async () => {
  const clock = { now: 1_000_000 }
  const door = await openDoor(embedded.connection.port)
  const versions = await listen({
    connection: () => ({ ...embedded.connection, port: door.port }),
    now: () => clock.now,
    catchUpMs: 20,
  })
  const [cell] = await versions.claim(['talk:1'])
  door.shut()
  await change('talk:1', true)
  clock.now += 5999
  expect(versions.hearing).toBe(true)
  clock.now += 1
  expect(versions.hearing).toBe(false)
  await expect(versions.claim(['talk:2'])).rejects.toThrow('cannot be asked')
  expect(versions.size()).toBe(1)
  door.open()
  await vi.waitFor(() => expect(versions.hearing).toBe(true), { timeout: 10_000 })
  expect(cell?.version).toBe(1)
  await versions.close()
  await door.close()
}, 20_000)

test('a start without a database does not fail; it is heard once it is there', async () => {
  const door = await openDoor(embedded.connection.port)
  door.shut()
  const versions = await listen({
    connection: () => ({ ...embedded.connection, port: door.port }),
    catchUpMs: 20,
  })
  expect(versions.hearing).toBe(false)
  await expect(versions.claim(['site'])).rejects.toThrow()
  door.open()
  await vi.waitFor(() => expect(versions.hearing).toBe(true), { timeout: 10_000 })
  await versions.close()
  await door.close()
})

test('whoever else listens is told of every topic, held or not, announced or not, and that all may be new at first', async () => {
  const told: (string | [string, number][])[] = []
  const versions = await listen({
    catchUpMs: 20,
    moved: (changes) => void told.push(changes === 'everything' ? changes : [...changes]),
  })
  expect(told).toEqual(['everything'])
  await change('talk:1', true)
  await change('talk:2', false)
  await vi.waitFor(() => {
    expect(told.flat(1)).toContainEqual(['talk:1', 1])
    expect(told.flat(1)).toContainEqual(['talk:2', 1])
  })
  await versions.close()
})

test('and of what changed while the connection was away', async () => {
  const told: string[] = []
  const versions = await listen({
    catchUpMs: never,
    moved: (changes) => void told.push(...(changes === 'everything' ? [] : changes.keys())),
  })
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tribune listener'",
  )
  await change('talk:3', false)
  await vi.waitFor(() => expect(told).toContain('talk:3'), 15_000)
  await versions.close()
})
