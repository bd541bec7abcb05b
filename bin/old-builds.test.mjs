import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { letOldOnesGo, noteNewest, noteServing, noteUse } from './old-builds.mjs'

const day = 86_400_000
const now = 1_800_000_000_000
// No process has it: it is above the highest id that Linux gives out.
const nobody = 4_194_305
let builds

beforeEach(async () => {
  builds = await mkdtemp(join(tmpdir(), 'tribune-builds-'))
})
afterEach(() => rm(builds, { recursive: true, force: true }))

async function given(name, usedAt) {
  for (const folder of ['static', 'islands', 'fonts', 'server', 'cache'])
    await mkdir(join(builds, name, folder), { recursive: true })
  for (const file of ['BUILD_ID', 'made', 'static/a.css', 'server/page.js'])
    await writeFile(join(builds, name, file), '')
  await noteUse(join(builds, name), usedAt)
}

const inside = async (name) => (await readdir(join(builds, name)).catch(() => ['gone'])).sort().join(' ')
const whole = 'BUILD_ID cache fonts islands made server static used'
const filesOnly = 'fonts islands static used'

test('three builds stay whole; of older ones the files stay for seven days after the next replaced them', async () => {
  await given('a', now - 30 * day)
  await given('b', now - 20 * day)
  await given('c', now - 6 * day)
  await given('d', now - 3 * day)
  await given('e', now - 2 * day)
  await given('f', now)
  await letOldOnesGo(builds, now)
  expect([await inside('a'), await inside('b'), await inside('c')]).toEqual(['gone', filesOnly, filesOnly])
  for (const name of ['d', 'e', 'f']) expect(await inside(name)).toBe(whole)
  await letOldOnesGo(builds, now + 1.5 * day)
  expect([await inside('b'), await inside('c'), await readdir(join(builds, 'c', 'static'))]).toEqual([
    'gone',
    filesOnly,
    ['a.css'],
  ])
  await letOldOnesGo(builds, now + 4 * day)
  expect(await inside('c')).toBe('gone')
})

test('a build that a running process serves stays whole however old it is', async () => {
  await given('served', now - 30 * day)
  await given('left', now - 29 * day)
  await noteServing(join(builds, 'served'), process.pid)
  await noteServing(join(builds, 'left'), nobody)
  for (const name of ['b', 'c', 'd']) await given(name, now - 20 * day)
  await letOldOnesGo(builds, now)
  expect(await inside('served')).toContain('server')
  expect(await inside('left')).toBe('gone')
})

test('going back to an earlier build makes it the newest; starting the newest again keeps nothing longer', async () => {
  await given('a', now - 9 * day)
  await given('b', now - 8 * day)
  await noteNewest(join(builds, 'b'), now)
  for (const name of ['x', 'y', 'z']) await given(name, now)
  await letOldOnesGo(builds, now)
  expect(await inside('a')).toBe('gone')

  await given('back', now - 9 * day)
  await noteNewest(join(builds, 'back'), now + day)
  await letOldOnesGo(builds, now + day)
  expect(await inside('back')).toBe(whole)
})

test('what a killed build left goes; one from before these notes counts by when it was made', async () => {
  await mkdir(join(builds, 'killed', 'static'), { recursive: true })
  await mkdir(join(builds, 'noteless'), { recursive: true })
  await writeFile(join(builds, 'noteless', 'made'), '')
  await utimes(join(builds, 'noteless', 'made'), (now - 20 * day) / 1000, (now - 20 * day) / 1000)
  for (const name of ['a', 'b', 'c']) await given(name, now - day)
  await letOldOnesGo(builds, now)
  expect([await inside('killed'), await inside('noteless')]).toEqual(['gone', 'used'])
})
