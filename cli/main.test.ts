import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { main } from './main'
import { usage } from './usage'

let dataDir = ''

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tribune-nonsense-'))
  vi.stubEnv('DATA_DIR', dataDir)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(dataDir, { recursive: true })
})

test.each([
  ['frobnicate'],
  ['users'],
  ['users', 'frobnicate', 'ana@example.org'],
  ['users', 'create', 'ana@example.org'],
  ['users', 'create', 'ana@example.org', '--name', 'Ana', '--role', 'boss'],
  ['users', 'list', '--role', 'boss'],
  ['users', 'role', 'ana@example.org', 'boss'],
  ['users', 'ban', 'ana@example.org'],
  ['users', 'ban', 'ana@example.org', '--reason', 'spam', '--days', 'many'],
  ['users', 'list', '--bogus'],
  ['import'],
  ['import', '--bogus', 'file'],
  ['db', 'frobnicate'],
])('nonsense is answered with the usage and 2, and begins no database: %s %s %s', async (...args) => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await main(args, { cwd: dataDir })).toBe(2)
  expect(told.mock.calls.join('')).toContain(usage)
  expect(await readdir(dataDir)).toEqual([])
})
