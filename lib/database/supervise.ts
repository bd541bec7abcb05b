import { setTimeout as sleep } from 'node:timers/promises'
import { bringUp, type Owned, type Readied } from './bring-up'
import { boundLog } from './log-file'
import { stopPostmaster } from './postmaster'
import { startRefusalSentence } from './refusal'

/** The wait before each try to bring the server back, in milliseconds; the last one repeats. */
const backoffMs = [0, 250, 500, 1_000, 2_000, 5_000]

const logCheckMs = 600_000

/**
 * Keeps an owned server running, on its port, until the function it returns is called; that one stops the
 * server and resolves when its process is gone. The connection that holds the ownership is the watch: it
 * breaks when the server dies, and also when PostgreSQL restarts itself after one of its children was killed.
 */
export function supervise(
  readied: Readied,
  first: Owned,
  options: { patienceMs?: number; log(line: string): void; onRecovered?(): void },
): () => Promise<void> {
  const { place, binaries } = readied
  const stopped = new AbortController()
  let owned = first
  let recovery = Promise.resolve()
  let stopping: Promise<void> | null = null
  const logCheck = setInterval(
    () => boundLog(place.logFile).catch((error) => options.log(String(error))),
    logCheckMs,
  )
  logCheck.unref()
  watch(first)
  return () => (stopping ??= stop())

  function watch(next: Owned): void {
    owned = next
    next.ownership.lost.then(() => {
      if (!stopped.signal.aborted) recovery = recover()
    })
  }

  async function recover(): Promise<void> {
    options.log('PostgreSQL stopped unexpectedly; bringing it back.')
    for (let attempt = 0; !stopped.signal.aborted; attempt++) {
      await pause(backoffMs[Math.min(attempt, backoffMs.length - 1)])
      const next = await tryAgain()
      if (!next) continue
      watch(next)
      options.log('PostgreSQL is back.')
      options.onRecovered?.()
      return
    }
  }

  async function tryAgain(): Promise<Owned | null> {
    if (stopped.signal.aborted) return null
    try {
      const next = await bringUp(readied, { ...options, port: first.port })
      if (next.ok) return next.value
      options.log(startRefusalSentence(next))
    } catch (error) {
      options.log(`PostgreSQL is not back yet: ${error instanceof Error ? error.message : String(error)}`)
    }
    return null
  }

  async function pause(milliseconds: number | undefined): Promise<void> {
    // An aborted pause is how a stop cuts the wait short.
    await sleep(milliseconds, undefined, { signal: stopped.signal }).catch(() => undefined)
  }

  async function stop(): Promise<void> {
    stopped.abort()
    clearInterval(logCheck)
    await recovery
    await stopPostmaster(place, owned.pid, binaries)
  }
}
