import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/lib/database/embedded'
import { migrate } from '@/lib/database/migrate'
import { startRefusalSentence } from '@/lib/database/refusal'
import { newFolder } from './new-folder'
import { startSite } from './site'

/** Data directories as a start finds them, to be copied: making them anew for every site takes longer than the tests. */
export type Prepared = {
  /** A migrated database with nothing in it. */
  empty: string
  /** The demonstration newsroom, with `administrator` and without its pictures’ files. */
  demonstration: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    prepared: Prepared
  }
}

/** Of every site that begins as a copy of the demonstration. */
const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }

/** Both are made once for all files, side by side, and go with the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [empty, demonstration] = await Promise.all([newFolder(), newFolder()])
  await Promise.all([makeEmpty(empty), makeDemonstration(demonstration)])
  project.provide('prepared', { empty, demonstration })
  return async () => {
    for (const folder of [empty, demonstration]) await rm(folder, { recursive: true, force: true })
  }
}

async function makeEmpty(dataDir: string): Promise<void> {
  const started = await startEmbedded({ dataDir, log: () => undefined })
  if (!started.ok) throw new Error(startRefusalSentence(started))
  const migrated = await migrate(started.value.url)
  if (!migrated.ok) throw new Error(startRefusalSentence(migrated))
  await started.value.stop()
}

async function makeDemonstration(dataDir: string): Promise<void> {
  const site = await startSite({ DATA_DIR: dataDir, ...administrator })
  site.signal('SIGTERM')
  const { code } = await site.ended
  if (code !== 0) throw new Error(`the demonstration was not prepared:\n${site.said()}`)
  // What was kept is of another address; a copy keeps its own. And each would make every picture in all its widths, which
  // nobody looks at here: that alone would keep a core busy as long as a site runs.
  for (const folder of ['documents', 'pictures', 'picture-variants'])
    await rm(join(dataDir, folder), { recursive: true, force: true })
}
