import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { readPage, writePage } from './file'
import { filesBelow, newFolder, openTier, outside, pagesBelow, storedPage } from './tier.fixture'

test('a page comes back with the same bytes, tags, headers, topics and times, to another process', async () => {
  const folder = await newFolder()
  const first = await openTier(folder)
  const page = {
    ...storedPage('/news/1', 'One', [
      ['site', 3],
      ['talk:1', 2 ** 52 + 1],
    ]),
    expiresAt: 5,
  }
  first.put(page)
  await first.close()
  const second = await openTier(folder)
  const found = await second.read('/news/1', outside)
  expect(found).toMatchObject({ topics: page.topics, beganAt: page.beganAt, expiresAt: 5 })
  const [br, gzip, identity] = [found?.document.br, found?.document.gzip, found?.document.identity()]
  expect([br, gzip, identity]).toEqual([page.document.br, page.document.gzip, page.document.identity()])
  await second.close()
})

test('a file is a page only with every byte as it was written', () => {
  const bytes = writePage('edition', storedPage('/news/1'))
  const read = (some: Buffer) => readPage(some, { edition: 'edition', key: '/news/1', outside })
  expect(read(bytes)?.key).toBe('/news/1')
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(read(bytes.subarray(0, at))).toBeUndefined()
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed.readUInt8(at) ^ change) & 255, at)
      expect(read(changed)).toBeUndefined()
    }),
  )
  expect(read(Buffer.concat([bytes, Buffer.from('x')]))).toBeUndefined()
  expect(readPage(bytes, { edition: 'other', key: '/news/1', outside })).toBeUndefined()
  expect(readPage(bytes, { edition: 'edition', key: '/news/2', outside })).toBeUndefined()
})

test('a file that was cut, overwritten or put in another’s place is not served, and is replaced', async () => {
  const folder = await newFolder()
  const tier = await openTier(folder)
  for (const key of ['/a', '/b', '/c']) tier.put(storedPage(key))
  await vi.waitFor(async () => expect(await pagesBelow(folder)).toHaveLength(3))
  const [a, b, c] = (await pagesBelow(folder)).map(({ path }) => path)
  await truncate(a ?? '', 500)
  await writeFile(b ?? '', 'what is this')
  await writeFile(c ?? '', writePage('0'.repeat(16), storedPage('/a')))
  for (const key of ['/a', '/b', '/c']) expect(await tier.read(key, outside)).toBeUndefined()
  tier.put(storedPage('/a'))
  await vi.waitFor(async () => expect(await tier.read('/a', outside)).toBeDefined())
  await tier.close()
})

test('the folder never holds more than the limit, and what was longest unused leaves first', async () => {
  const folder = await newFolder()
  const clock = { now: Date.now() }
  const limitBytes = 160_000
  const tier = await openTier(folder, { limitBytes, now: () => clock.now })
  for (let index = 0; index < 30; index += 1) {
    tier.put(storedPage(`/page/${index}`))
    await vi.waitFor(async () => expect(await tier.read(`/page/${index}`, outside)).toBeDefined(), {
      interval: 5,
    })
    clock.now += 3_600_000
    expect(await tier.read('/page/0', outside)).toBeDefined()
    const bytes = (await pagesBelow(folder)).reduce(
      (sum, file) => sum + Math.ceil(file.bytes / 4096) * 4096,
      0,
    )
    expect(bytes).toBeLessThanOrEqual(limitBytes)
  }
  expect(await tier.read('/page/1', outside)).toBeUndefined()
  expect((await pagesBelow(folder)).length).toBeGreaterThan(5)
  await tier.close()
})

test('a page that would fill the folder alone is not stored', async () => {
  const folder = await newFolder()
  const tier = await openTier(folder, { limitBytes: 30_000 })
  tier.put(storedPage('/large'))
  await tier.close()
  expect(await pagesBelow(folder)).toEqual([])
})

test('under a storm of changes a page is written once, as it was last', async () => {
  const folder = await newFolder()
  const tier = await openTier(folder, { writeEveryMs: 60_000 })
  for (let state = 1; state <= 20; state += 1) tier.put(storedPage('/storm', `state ${state}`))
  expect(await pagesBelow(folder)).toEqual([])
  await tier.close()
  const [file] = await pagesBelow(folder)
  expect(await pagesBelow(folder)).toHaveLength(1)
  const again = await openTier(folder)
  expect((await again.read('/storm', outside))?.document.identity().body.toString()).toContain('state 20')
  expect((await readFile(file?.path ?? '')).includes('state')).toBe(false)
  await again.close()
})

test('several processes write the same pages at once, and every page can be read at every moment', async () => {
  const folder = await newFolder()
  const tiers = await Promise.all(Array.from({ length: 4 }, () => openTier(folder)))
  const keys = Array.from({ length: 5 }, (_, index) => `/shared/${index}`)
  const states = ['one', 'other'].map((words) => keys.map((key) => storedPage(key, words)))
  const [reader] = tiers
  for (const page of states[0] ?? []) reader?.put(page)
  await vi.waitFor(async () => expect(await pagesBelow(folder)).toHaveLength(5))
  for (let round = 0; round < 20; round += 1) {
    for (const tier of tiers) for (const page of states[round % 2] ?? []) tier.put(page)
    for (const key of keys) expect(await reader?.read(key, outside)).toBeDefined()
  }
  await Promise.all(tiers.map((tier) => tier.close()))
  expect((await filesBelow(folder)).filter(({ path }) => /\/\.[^/]*$/.test(path))).toEqual([])
})

test('a folder that is removed while the site runs is made again', async () => {
  const folder = await newFolder()
  const tier = await openTier(folder)
  tier.put(storedPage('/a'))
  await vi.waitFor(async () => expect(await tier.read('/a', outside)).toBeDefined())
  await rm(folder, { recursive: true })
  expect(await tier.read('/a', outside)).toBeUndefined()
  tier.put(storedPage('/a'))
  await vi.waitFor(async () => expect(await tier.read('/a', outside)).toBeDefined())
  await tier.close()
})

test('a folder that cannot be written is said once, and the site goes on without', async () => {
  const folder = join(await newFolder(), 'file')
  await writeFile(folder, 'in the way')
  const tier = await openTier(folder)
  for (const key of ['/a', '/b', '/c']) tier.put(storedPage(key))
  expect(await tier.read('/a', outside)).toBeUndefined()
  expect(await tier.heard.vouchesFor(storedPage('/a'))).toBeUndefined()
  tier.heard.note('site', 1)
  await tier.close()
  expect(tier.lines.map(({ event }) => event)).toEqual(['disk-tier-failed'])
})

test('what other builds and other settings stored is never read, and is removed in a while', async () => {
  const folder = await newFolder()
  const old = await openTier(folder, { edition: ['build-0'] })
  old.put(storedPage('/a'))
  await old.close()
  const tier = await openTier(folder, { cleanAfterMs: 0 })
  expect(await tier.read('/a', outside)).toBeUndefined()
  await vi.waitFor(async () => expect(await pagesBelow(folder)).toEqual([]))
  tier.put(storedPage('/a'))
  await tier.close()
  expect(await pagesBelow(folder)).toHaveLength(1)
})

test('what a killed process was writing is removed when its folder is looked through', async () => {
  const folder = await newFolder()
  const oneFolder = { limitBytes: 1024 * 1024 }
  const tier = await openTier(folder, oneFolder)
  tier.put(storedPage('/a'))
  await tier.close()
  const [page] = await pagesBelow(folder)
  const torn = join(page?.path ?? '', '..', '.killed')
  await writeFile(torn, 'half of')
  const later = await openTier(folder, { ...oneFolder, now: () => Date.now() + 120_000 })
  later.put(storedPage('/b'))
  await later.close()
  expect((await filesBelow(folder)).map(({ path }) => path)).not.toContain(torn)
})
