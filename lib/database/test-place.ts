import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Outcome } from '@/lib/outcome'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded'
import { findPostmaster, isGone } from './postmaster'
import { type StartRefusal, startRefusalSentence } from './refusal'

/** A new folder for one test, removed after the file; one that everybody may enter unless told otherwise. */
export async function testFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-test-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

/** Starts a cluster that is stopped after the file if the test did not. */
export async function started(options: Partial<EmbeddedOptions> & { dataDir: string }): Promise<Embedded> {
  const outcome = await startEmbedded({ log: () => undefined, ...options })
  const embedded = must(outcome)
  running.push(embedded)
  return embedded
}

export function must<T>(outcome: Outcome<T, StartRefusal>): T {
  if (!outcome.ok) throw new Error(startRefusalSentence(outcome))
  return outcome.value
}

/** One query on a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that owns the data directory until it is ended; resolves with what it printed first. */
export async function otherProcess(
  dataDir: string,
  as: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; said: string }> {
  const file = fileURLToPath(new URL('./test-owner.ts', import.meta.url))
  const project = fileURLToPath(new URL('../..', import.meta.url))
  const options = {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'],
    ...as,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', file, dataDir], options)
  children.push(child)
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()))
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)))
  })
  return { child, said }
}

/** Ends a process without a chance to tidy up, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const folders: string[] = []
const running: Embedded[] = []
const children: ChildProcess[] = []

/** Ends and removes what a file's tests left: lib/database/test-tidying.ts calls it after every file. */
export async function tidyUp(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const embedded of running.splice(0)) await embedded.stop()
  for (const folder of folders.splice(0)) {
    // The server of a process that was killed above, or in a test.
    const left = await findPostmaster(join(folder, 'postgres'))
    if (left) process.kill(left.pid, 'SIGQUIT')
    if (left) await isGone(left.pid, join(folder, 'postgres'), 5_000)
    await rm(folder, { recursive: true, force: true })
  }
}
