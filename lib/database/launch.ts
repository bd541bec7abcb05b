import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { done, type Outcome, refused } from '@/lib/outcome'
import { spawnOptions } from './account'
import { type Binaries, program } from './binaries'
import { failureOf } from './failure'
import { boundLog, sizeOf, textSince } from './log-file'
import type { Place } from './place'
import { findPostmaster, type Postmaster, removeForeignPid } from './postmaster'
import type { StartRefusal } from './refusal'
import { fixedSettings } from './settings'

/** `try-again`: another start was quicker, the port was taken, or a killed server's last children are leaving. */
export type LaunchRefusal = StartRefusal | { error: 'try-again'; because: string }

/**
 * Starts a server on this place's cluster, in a session of its own so that Ctrl-C in a terminal reaches Tribune
 * and not PostgreSQL, and resolves when it accepts connections, however long its recovery takes.
 */
export async function launch(
  place: Place,
  binaries: Binaries,
  port: number,
  log: (line: string) => void,
): Promise<Outcome<Postmaster, LaunchRefusal>> {
  await removeForeignPid(place.clusterDir)
  await boundLog(place.logFile)
  const logged = await sizeOf(place.logFile)
  const child = await spawnServer(place, binaries, port)
  for (let waited = 0; child.ended === null; waited += 15) {
    const found = await findPostmaster(place.clusterDir)
    if (found && found.pid === child.pid && found.status === 'ready') return done(found)
    if (waited > 0 && waited % 9_990 === 0) log('PostgreSQL is recovering its data …')
    await sleep(15)
  }
  return refused(whyItEnded(place, child.ended || (await textSince(place.logFile, logged))))
}

async function spawnServer(place: Place, binaries: Binaries, port: number) {
  const output = await open(place.logFile, 'a', 0o600)
  try {
    const args = ['-D', place.clusterDir, ...fixedSettings(port)]
    const stdio: ['ignore', number, number] = ['ignore', output.fd, output.fd]
    const child = spawn(program(binaries, 'postgres'), args, {
      ...spawnOptions(place),
      detached: true,
      stdio,
    })
    const state: { pid: number | undefined; ended: string | null } = { pid: child.pid, ended: null }
    child.on('error', (error) => (state.ended = error.message))
    child.on('exit', () => (state.ended ??= ''))
    child.unref()
    return state
  } finally {
    await output.close()
  }
}

function whyItEnded(place: Place, output: string): LaunchRefusal {
  const passing =
    /lock file "postmaster.pid" (?:already exists|is empty)|pre-existing shared memory block|could not create any TCP\/IP sockets/
  const because = output.split('\n').find((line) => passing.test(line))
  if (because) return { error: 'try-again', because }
  return failureOf(place, 'PostgreSQL did not start.', output, place.logFile)
}
