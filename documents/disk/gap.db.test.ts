import { expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { connectVersions, type HearingVersions } from '../listener'
import { createDiskPages } from './pages'
import { newFolder, type OpenedTier, openTier, outside, storedPage } from './tier.fixture'

const database = useTestDatabase()
const page = {
  world: 'document',
  key: '/news/7/a-bridge',
  asks: '/news/7/a-bridge',
  topics: ['article:7', 'talk:7', 'site'],
  lives: Number.POSITIVE_INFINITY,
  keepsMissing: true,
  declares: false,
  isPage: true,
  isKept: true,
  learnsUrl: true,
} as const

const bump = (...names: string[]) => database.pool.query('select bump_topics($1)', [names])

test('the site’s topic has a version from the first, and none ever has the version of another database', async () => {
  const { rows } = await database.pool.query(`select version > 4096 as late from "Topic" where name = 'site'`)
  expect(rows).toEqual([{ late: true }])
  const seen = new Set<string>()
  for (let round = 0; round < 200; round += 1) {
    await bump('again')
    const found = await database.pool.query(
      `delete from "Topic" where name = 'again' returning version::text`,
    )
    seen.add(found.rows[0]?.version)
  }
  expect(seen.size).toBe(200)
})

test('not even with its clock far behind does a database give the same versions again', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 50; round += 1) {
    await database.pool.query(
      `insert into "Topic" (name, version) values ('ahead', 4503599627370496)
       on conflict (name) do update set version = excluded.version`,
    )
    await bump('ahead')
    const { rows } = await database.pool.query(`select version::text from "Topic" where name = 'ahead'`)
    seen.add(rows[0]?.version)
  }
  // Drawn out of 4,096: two may be alike, many are not.
  expect(seen.size).toBeGreaterThan(40)
  await database.pool.query(`delete from "Topic" where name = 'ahead'`)
})

test('a removal while nobody ran shows at the next start', async () => {
  const folder = await newFolder()
  await bump('talk:7')
  await run(folder, (process) => process.store())
  await run(folder, async (process) => expect(await process.isCurrent()).toBe(true))
  await bump('talk:7')
  await run(folder, async (process) => expect(await process.isCurrent()).toBe(false))
})

test('a database restored from an older backup makes what was stored since old, whatever happens in it then', async () => {
  const folder = await newFolder()
  await bump('talk:7')
  const backup = await backUp()
  await bump('talk:7')
  await run(folder, (process) => process.store())
  await backup.restore()
  await run(folder, async (process) => expect(await process.isCurrent()).toBe(false))
  await run(folder, (process) => process.store())
  await bump('talk:7')
  await backup.restore()
  await bump('talk:7')
  await run(folder, async (process) => expect(await process.isCurrent()).toBe(false))
})

test('a stored page stands in while it is not known to have changed, and not after a change nobody heard', async () => {
  const folder = await newFolder()
  await bump('talk:7')
  await run(folder, (process) => process.store())
  const tier = await openTier(folder)
  expect(await tier.heard.vouchesFor(await stored(tier))).toBeGreaterThan(Date.now())
  await tier.close()
  await bump('talk:8')
  await run(folder, async ({ disk }) => expect(await disk.heard.vouchesFor(await stored(disk))).toBeDefined())
  await bump('talk:7')
  await run(folder, async ({ disk }) =>
    expect(await disk.heard.vouchesFor(await stored(disk))).toBeUndefined(),
  )
})

test('a change that was announced while the process ran is known to the next, which starts without a database', async () => {
  const folder = await newFolder()
  await bump('talk:7')
  await run(folder, async (process) => {
    await process.store()
    await bump('talk:7')
    await vi.waitFor(async () =>
      expect(await process.disk.heard.vouchesFor(await stored(process.disk))).toBeUndefined(),
    )
  })
  const tier = await openTier(folder)
  expect(await tier.heard.vouchesFor(await stored(tier))).toBeUndefined()
  await tier.close()
})

test('after a restore nothing that was stored before stands in', async () => {
  const folder = await newFolder()
  const backup = await backUp()
  await bump('talk:9')
  await run(folder, (process) => process.store())
  await backup.restore()
  await run(folder, async ({ disk }) =>
    expect(await disk.heard.vouchesFor(await stored(disk))).toBeUndefined(),
  )
})

type Process = {
  disk: OpenedTier
  versions: HearingVersions
  store(): Promise<void>
  isCurrent(): Promise<boolean>
}

/** A process of the site, from its start to its end. */
async function run(folder: string, work: (process: Process) => unknown): Promise<void> {
  const disk = await openTier(folder)
  const versions = await connectVersions({
    connection: () => ({ connectionString: database.url }),
    heard: disk.heard,
    now: Date.now,
    log: () => undefined,
  })
  const pages = createDiskPages({ disk, versions, outside, now: Date.now })
  await work({
    disk,
    versions,
    async store() {
      const cells = await versions.claim(page.topics)
      const times = { beganAt: Date.now(), beganBeforeAt: 0, expiresAt: Number.POSITIVE_INFINITY }
      const { document } = storedPage(page.key)
      pages.store({ key: page.key, document, cells, versions: cells.map(({ version }) => version), ...times })
      await vi.waitFor(async () => expect(await disk.read(page.key, outside)).toBeDefined())
    },
    isCurrent: async () => 'kept' in (await pages.current(page, () => undefined)),
  })
  await versions.close()
  await disk.close()
}

async function stored(disk: OpenedTier) {
  const found = await disk.read(page.key, outside)
  if (found === undefined) throw new Error('nothing is stored')
  return found
}

/** The topics as they are now, to be brought back as a restore brings them back. */
async function backUp() {
  const { rows } = await database.pool.query('select name, version::text from "Topic"')
  return {
    async restore() {
      await database.pool.query('delete from "Topic"')
      for (const { name, version } of rows)
        await database.pool.query('insert into "Topic" (name, version, xid) values ($1, $2, 0::text::xid8)', [
          name,
          version,
        ])
    },
  }
}
