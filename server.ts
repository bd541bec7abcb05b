// The process that is started: environment, database, and the workers (server/worker.ts) that answer requests; it
// replaces them when they end or are to restart, and stops everything. Started by bin/start.mjs and bin/dev.mjs.
import { keptAuthSecret } from '@/lib/auth-secret'
import { openDatabaseServer } from '@/lib/database/open'
import { startRefusalSentence } from '@/lib/database/refusal'
import { type Env, readEnv } from '@/lib/env'
import { removeProcessRecord, writeProcessRecord } from '@/lib/process-record'
import { canStandIn } from '@/server/disk'
import { emptyLaidOut } from '@/server/laid-out'
import { holdPort } from '@/server/listening'
import type { Surroundings } from '@/server/messages'
import { releaseOf } from '@/server/release'
import { createRestart } from '@/server/restart'
import { log, print, Refusal, tell } from '@/server/say'
import { bringUpToDate, isAway, refusalOf, setUp, untilThere, unusableSentence } from '@/server/settling'
import { tidyMemory } from '@/server/tidying'
import { timed } from '@/server/timed'
import { createWorkers, type Workers } from '@/server/workers'

/** What is to be undone at the end, last first. */
const endings: (() => Promise<void> | void)[] = []
/** For the step under way when a start is told to stop. */
const patienceWhileStartingMs = 20_000
let isReady = false
let isStopping = false
let ending: Promise<void> | undefined

const read = readEnv(process.env)
if (!read.ok) fail(read.problems)
else
  start(read.value).then(
    () => (isReady = true),
    (error: unknown) => {
      // What a stop interrupts fails in its own ways.
      if (isStopping) return end(0)
      print(tell(error))
      return end(1)
    },
  )

async function start(env: Env): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopOnce)
  process.on('SIGHUP', () => log({ event: 'restart-refused', reason: 'the start is not over' }))

  const opened = await step('Starting the database', () =>
    openDatabaseServer(env, (line) => log({ event: 'database', line })),
  )
  if (!opened.ok) throw new Refusal(startRefusalSentence(opened))
  const { url, directUrl, embedded, stop } = opened.value
  endings.push(stop)
  const letPortGo = await holdPort(env)
  endings.push(letPortGo)

  const surroundings: Surroundings = {
    url,
    directUrl,
    named: env.DATABASE_DIRECT_URL === undefined,
    connections: connectionsOf(env.WEB_CONCURRENCY),
    authSecret: env.AUTH_SECRET ?? (await keptAuthSecret(env.DATA_DIR)),
    settled: true,
  }
  await step('Migrating', () => bringUpToDate(surroundings)).catch(async (error) => {
    if (embedded || !isAway(error) || !(await canStandIn(env))) throw refusalOf(error)
    print(`${unusableSentence(error)} Until it can, what is kept is served and nothing is written.`)
    surroundings.settled = false
  })
  const clearAway = () => emptyLaidOut(env)
  await clearAway()
  endings.push(clearAway)
  const release = releaseOf(process.env.TRIBUNE_BUILD)
  const workers = createWorkers(env.WEB_CONCURRENCY, surroundings, release, clearAway)
  endings.push(() => workers.end())
  if (isStopping) throw new Stopped()
  // Side by side, and both to their end: a failure of one must not leave the other running.
  const both = [
    timed('Preparing pages', () => workers.prepare()),
    surroundings.settled ? setUp(import.meta.url, surroundings, atEnd) : undefined,
  ]
  for (const one of await Promise.allSettled(both)) if (one.status === 'rejected') throw refusalOf(one.reason)
  await tidyMemory()
  if (isStopping) throw new Stopped()
  await letPortGo()
  await workers.serve()
  await writeProcessRecord(env.DATA_DIR, { pid: process.pid, restarts: 0, problem: null, busy: false })
  endings.push(() => removeProcessRecord(env.DATA_DIR))
  process.removeAllListeners('SIGHUP').on('SIGHUP', createRestart(env, surroundings, workers))
  const address = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
  if (surroundings.settled) print(`Ready on ${address}`)
  else {
    print(`Serving what is kept on ${address}`)
    void settleLater(surroundings, workers, () => print(`Ready on ${address}`))
  }
}

/** Finishes a start without a database when it is there. One that cannot be used ends the site, as it ends a start. */
async function settleLater(surroundings: Surroundings, workers: Workers, ready: () => void): Promise<void> {
  try {
    await untilThere(async () => {
      await bringUpToDate(surroundings)
      await setUp(import.meta.url, surroundings, atEnd)
    })
    workers.useDatabase()
    ready()
  } catch (error) {
    if (isStopping) return
    print(tell(error))
    await end(1)
  }
}

function atEnd(undo: () => void): void {
  endings.push(undo)
}

/** Ten a worker, as long as all of them, and one more during a restart, stay below PostgreSQL's usual hundred. */
function connectionsOf(workers: number): number {
  return Math.max(3, Math.min(10, Math.floor(80 / (workers + 1)) - 1))
}

/** The terminal and npm may both pass a signal on: only the first counts. A start under way ends at its next step. */
function stopOnce(): void {
  if (isStopping) return
  isStopping = true
  if (isReady) void end(0)
  else setTimeout(() => void end(0), patienceWhileStartingMs).unref()
}

/** Once, whoever asks: a start that fails because it is being stopped must not cut the stopping short. */
function end(code: number): Promise<void> {
  ending ??= undoAll().then(() => process.exit(code))
  return ending
}

async function undoAll(): Promise<void> {
  for (const undo of endings.splice(0).reverse()) {
    try {
      await undo()
    } catch (error) {
      log({ event: 'stop-failed', error: String(error) })
    }
  }
}

/** A start that was told to stop. */
class Stopped extends Error {}

function fail(problems: string[]): never {
  for (const problem of problems) print(problem)
  process.exit(1)
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  if (isStopping) throw new Stopped()
  return timed(what, work)
}
