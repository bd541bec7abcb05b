import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { migrate } from '@/lib/database/migrate'
import { startRefusalSentence } from '@/lib/database/refusal'
import type { Env } from '@/lib/env'
import { writeProcessRecord } from '@/lib/process-record'
import type { Surroundings } from './messages'
import { releaseOf } from './release'
import { log, print, Refusal, tell } from './say'
import type { Workers } from './workers'

/**
 * A rolling restart at each call: builds what changed, migrates, and replaces the workers one by one, so that no
 * request is lost. What fails is told and leaves the old workers serving. One at a time; calls meanwhile count as one.
 */
export function createRestart(env: Env, surroundings: Surroundings, workers: Workers): () => void {
  let restarts = 0
  let running: Promise<void> | undefined
  let again = false

  async function restart(): Promise<void> {
    restarts += 1
    await note(true, null)
    try {
      const began = performance.now()
      const build = await buildWhatChanged()
      const migrated = await migrate(surroundings.directUrl)
      if (!migrated.ok) throw new Refusal(startRefusalSentence(migrated))
      await workers.replace(releaseOf(build))
      print(`Restarted … ${((performance.now() - began) / 1000).toFixed(1)} s`)
      await note(false, null)
    } catch (error) {
      log({ event: 'restart-failed', error: tell(error) })
      await note(false, tell(error))
    }
  }

  const note = (busy: boolean, problem: string | null) =>
    writeProcessRecord(env.DATA_DIR, { pid: process.pid, restarts, problem, busy }).catch((error) =>
      log({ event: 'restart-unnoted', error: String(error) }),
    )

  return () => {
    if (running) again = true
    else
      running = restart().finally(() => {
        running = undefined
        if (again) process.emit('SIGHUP')
        again = false
      })
  }
}

/** The folder of the build of what now lies here. In development there is none. */
async function buildWhatChanged(): Promise<string | undefined> {
  if (process.env.NODE_ENV !== 'production') return undefined
  const { stdout } = await promisify(execFile)(process.execPath, [
    'bin/build-only.mjs',
    '--for-restart',
  ]).catch((error) => {
    throw new Refusal(String(error.stderr || error.message).trim())
  })
  return stdout.trim().split('\n').at(-1)
}
