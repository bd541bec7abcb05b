import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteServing } from './serving-note'

test('a process has its note in the build it serves, and in no other', async () => {
  const builds = await mkdtemp(join(tmpdir(), 'tribune-builds-'))
  const notes = (name: string) => readdir(join(builds, name, 'served')).catch(() => [])
  for (const name of ['one', 'two']) await mkdir(join(builds, name))
  await noteServing(join(builds, 'one'), 7)
  await noteServing(join(builds, 'one'), 8)
  await noteServing(join(builds, 'two'), 7)
  expect([await notes('one'), await notes('two')]).toEqual([['8'], ['7']])
  await rm(builds, { recursive: true })
})
