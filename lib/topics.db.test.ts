import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { bumpTopics, topics } from './topics'

const database = useTestDatabase()
let heard: { name: string; version: number }[] = []
let listener: pg.Client
let markers = 0

beforeAll(async () => {
  listener = new pg.Client({ connectionString: database.url })
  await listener.connect()
  listener.on('notification', ({ channel, payload = '' }) => {
    if (channel === 'tribune_topics') heard.push(...payload.split('\n').map(readLine))
  })
  await listener.query('listen tribune_topics')
  await listener.query('listen marker')
})

afterAll(() => listener.end())

test('a change is announced when it stands, with its names and versions', async () => {
  const names = [topics.article(7), topics.section('world')]
  await db().$transaction(async (tx) => {
    await bumpTopics(tx, names)
    expect(await announced()).toEqual([])
  })
  const first = await announced()
  expect(first.map(({ name }) => name)).toEqual(names)
  expect(await versionsOf(names)).toEqual(byName(first))
  await bump(names)
  const second = await announced()
  expect(await versionsOf(names)).toEqual(byName(second))
  for (const [index, { version }] of second.entries())
    expect(version).toBeGreaterThan(first[index]?.version ?? 0)
})

test('what did not happen is not announced, and leaves no version', async () => {
  await bump(['kept'])
  const kept = byName(await announced())
  const failed = db().$transaction(async (tx) => {
    await bumpTopics(tx, ['kept', 'never'])
    throw new Error('on purpose')
  })
  await expect(failed).rejects.toThrow('on purpose')
  expect(await announced()).toEqual([])
  expect(await versionsOf(['kept', 'never'])).toEqual(kept)
})

test('a name given twice is bumped once', async () => {
  await bump(['double', 'double'])
  expect((await announced()).map(({ name }) => name)).toEqual(['double'])
})

test('twice in one transaction is twice, and the last version is told', async () => {
  await db().$transaction(async (tx) => {
    await bumpTopics(tx, ['again'])
    await bumpTopics(tx, ['again'])
  })
  const told = await announced()
  expect(told).toHaveLength(2)
  expect(await versionsOf(['again'])).toEqual({ again: told[1]?.version })
  expect(told[1]?.version).toBeGreaterThan(told[0]?.version ?? 0)
})

test('twenty writers of the same topics in different orders all come through, and versions only grow', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const writers = Array.from({ length: 20 }, (_, index) => {
    const turned = [...names.slice(index % 8), ...names.slice(0, index % 8)].slice(0, 6)
    return index % 2 === 0 ? turned : turned.toReversed()
  })
  await Promise.all(writers.map(bump))
  const told = await announced()
  for (const name of names) {
    const versions = told.filter((each) => each.name === name).map(({ version }) => version)
    const count = writers.filter((writer) => writer.includes(name)).length
    expect(versions).toHaveLength(count)
    for (const [index, version] of versions.entries())
      expect(version).toBeGreaterThan(versions[index - 1] ?? 0)
    expect(await versionsOf([name])).toEqual({ [name]: versions.at(-1) })
  }
})

// Not inTransaction, which tries again: here nothing may fail in the first place.
function bump(names: string[]): Promise<void> {
  return db().$transaction((tx) => bumpTopics(tx, names))
}

/**
 * What was announced since the last time, by name. PostgreSQL delivers in the order of commits: when a marker sent
 * now is heard, everything that was announced before it has been.
 */
async function announced() {
  markers += 1
  const marker = String(markers)
  const passed = new Promise<void>((resolve) => {
    const hear = ({ channel, payload }: pg.Notification) => {
      if (channel !== 'marker' || payload !== marker) return
      listener.off('notification', hear)
      resolve()
    }
    listener.on('notification', hear)
  })
  await database.pool.query(`select pg_notify('marker', $1)`, [marker])
  await passed
  const told = heard
  heard = []
  return told.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function byName(told: readonly { name: string; version: number }[]): Record<string, number> {
  return Object.fromEntries(told.map(({ name, version }) => [name, version]))
}

async function versionsOf(names: string[]): Promise<Record<string, number>> {
  const rows = await db().topic.findMany({
    where: { name: { in: names } },
    select: { name: true, version: true },
  })
  return Object.fromEntries(rows.map(({ name, version }) => [name, Number(version)]))
}

function readLine(line: string): { name: string; version: number } {
  const [, name = '', version = ''] = /^(.*) (\d+)$/.exec(line) ?? []
  return { name, version: Number(version) }
}
