import { setTimeout as sleep } from 'node:timers/promises'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Binaries } from './binaries'
import { connect, connectionTo } from './connection'
import { errorCode } from './error-code'
import { freePort } from './free-port'
import { launch } from './launch'
import type { Place } from './place'
import { findPostmaster, isGone, type Postmaster } from './postmaster'
import type { StartRefusal } from './refusal'

export type Server = Postmaster & { startedHere: boolean }

const patienceMs = 60_000

/**
 * The running server of this place: the one that outlived its owner, or a new one. With `port` only a server on
 * that port will do, so that pools opened on it recover. Refuses when PostgreSQL will not start, or one that
 * runs does not answer for a minute.
 */
export async function startServer(
  place: Place,
  binaries: Binaries,
  options: { port?: number; log(line: string): void },
): Promise<Outcome<Server, StartRefusal>> {
  const until = performance.now() + patienceMs
  for (let because = ''; ; await sleep(50)) {
    if (performance.now() > until) return refused(noAnswer(place, because))
    const running = await findPostmaster(place.clusterDir)
    if (running) {
      if (options.port !== undefined && running.port !== options.port)
        because = `it is on port ${running.port}`
      else {
        const answer = await askFor(place, running)
        if (answer === 'ready') return done({ ...running, startedHere: false })
        if (answer === 'wrong-password')
          return refused({ error: 'password-lost', path: place.clusterDir, record: place.record })
        because = answer
      }
      await isGone(running.pid, place.clusterDir, 200)
      continue
    }
    const launched = await launch(place, binaries, options.port ?? (await freePort()), options.log)
    if (launched.ok) return done({ ...launched.value, startedHere: true })
    if (launched.error !== 'try-again') return launched
    because = launched.because
  }
}

/** Does the server on that port know this place's password, and so is it this place's server? */
export async function askFor(place: Place, running: Postmaster): Promise<string> {
  try {
    const client = await connect(connectionTo(place, running.port, 'postgres'), 'tribune question')
    await client.end()
    return 'ready'
  } catch (error) {
    if (errorCode(error) === '28P01') return 'wrong-password'
    return error instanceof Error ? error.message : 'no answer'
  }
}

function noAnswer(place: Place, because: string): StartRefusal {
  const what = `PostgreSQL on ${place.clusterDir} did not answer for a minute.`
  return { error: 'database-failed', what, lines: because ? [because] : [], logFile: place.logFile }
}
