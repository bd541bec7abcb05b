import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded'
import { migrate } from './migrate'
import { startRefusalSentence } from './refusal'

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string
  }
}

/** One real PostgreSQL for all database tests, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-tests-'))
  // As root the server runs as somebody else, who must be able to enter.
  await chmod(dataDir, 0o755)
  const started = await startEmbedded({ dataDir, log: () => {} })
  if (!started.ok) throw new Error(startRefusalSentence(started))
  const migrated = await migrate(started.value.url)
  if (!migrated.ok) throw new Error(startRefusalSentence(migrated))
  await hurry(started.value.url)
  project.provide('templateUrl', started.value.url)
  return async () => {
    await started.value.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Nobody waits for the disk: this server never has to remember anything after a power cut. */
async function hurry(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('alter role current_user set synchronous_commit = off')
  await client.end()
}
