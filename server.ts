// The process that is started: environment, database, and the workers (server/worker.ts) that answer requests; it
// replaces them when they end or are to restart, and stops everything. Started by bin/start.mjs and bin/dev.mjs.
import { fork } from 'node:child_process'
import { keptAuthSecret } from '@/lib/auth-secret'
import { migrate } from '@/lib/database/migrate'
import { openDatabaseServer } from '@/lib/database/open'
import { startRefusalSentence } from '@/lib/database/refusal'
import { isAccessDenied, isDatabaseAway } from '@/lib/database-away'
import { type Env, readEnv } from '@/lib/env'
import { ownProgram } from '@/lib/own-program'
import { removeProcessRecord, writeProcessRecord } from '@/lib/process-record'
import { holdPort } from '@/server/listening'
import type { Surroundings } from '@/server/messages'
import { releaseOf } from '@/server/release'
import { createRestart } from '@/server/restart'
import { log, print, Refusal, tell } from '@/server/say'
import { timed } from '@/server/timed'
import { createWorkers } from '@/server/workers'

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
  const { url, directUrl, stop } = opened.value
  endings.push(stop)
  const letPortGo = await holdPort(env)
  endings.push(letPortGo)

  const migrated = await step('Migrating', () => migrate(directUrl).catch(refuseUnreachable))
  if (!migrated.ok) throw new Refusal(startRefusalSentence(migrated))
  const surroundings: Surroundings = {
    url,
    directUrl,
    named: env.DATABASE_DIRECT_URL === undefined,
    connections: connectionsOf(env.WEB_CONCURRENCY),
    authSecret: env.AUTH_SECRET ?? (await keptAuthSecret(env.DATA_DIR)),
  }
  const workers = createWorkers(env.WEB_CONCURRENCY, surroundings, releaseOf(process.env.TRIBUNE_BUILD))
  endings.push(() => workers.end())
  if (isStopping) throw new Stopped()
  // Side by side, and both to their end: a failure of one must not leave the other running.
  const both = [timed('Preparing pages', () => workers.prepare()), setUp(surroundings)]
  for (const one of await Promise.allSettled(both)) if (one.status === 'rejected') throw one.reason
  if (isStopping) throw new Stopped()
  await letPortGo()
  await workers.serve()
  await writeProcessRecord(env.DATA_DIR, { pid: process.pid, restarts: 0, problem: null, busy: false })
  endings.push(() => removeProcessRecord(env.DATA_DIR))
  process.removeAllListeners('SIGHUP').on('SIGHUP', createRestart(env, surroundings, workers))
  print(`Ready on http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`)
}

/** The demonstration and the first administrator, in a process of their own. */
async function setUp(surroundings: Surroundings): Promise<void> {
  const { file, execArgv } = ownProgram(import.meta.url, 'setup', './server/setup.ts')
  const child = fork(file, { execArgv })
  endings.push(() => void child.kill('SIGKILL'))
  child.send(surroundings)
  const answer = await new Promise<unknown>((resolve) => {
    child.once('message', resolve)
    child.once('exit', (code) => resolve({ sentence: `The site could not be set up (code ${code}).` }))
  })
  const { sentence } = Object(answer)
  if (typeof sentence === 'string') throw new Refusal(sentence)
}

/** Ten a worker, as long as all of them, and one more during a restart, stay below PostgreSQL's usual hundred. */
function connectionsOf(workers: number): number {
  return Math.max(3, Math.min(10, Math.floor(80 / (workers + 1)) - 1))
}

/** A database that cannot be reached is the operator's to mend, not a bug. */
function refuseUnreachable(error: unknown): never {
  if (!isDatabaseAway(error) && !isAccessDenied(error)) throw error
  const told =
    error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
  throw new Refusal(`The database cannot be used: ${told}. Look at DATABASE_URL and DATABASE_DIRECT_URL.`)
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
