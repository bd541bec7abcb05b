// The process: environment, database, Next, documents, graceful stop. Started by bin/start.mjs and bin/dev.mjs.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import next from 'next'
import { connectVersions } from '@/documents/listener'
import { createPictures } from '@/documents/pictures'
import { createDocuments } from '@/documents/serve'
import { startSchedule } from '@/jobs/run'
import { picturesFolder } from '@/lib/articles/pictures'
import { keptAuthSecret } from '@/lib/auth-secret'
import { migrate } from '@/lib/database/migrate'
import { openDatabaseServer } from '@/lib/database/open'
import { startRefusalSentence } from '@/lib/database/refusal'
import { isAccessDenied, isDatabaseAway } from '@/lib/database-away'
import { openDatabase } from '@/lib/db'
import { type Env, readEnv } from '@/lib/env'
import { shared } from '@/lib/shared'
import { errorWords } from '@/messages/error-words'
import { wantsDemonstration } from '@/prisma/seed/demonstration-wanted'
import { ensureAdministrator } from '@/prisma/seed/first-administrator'

/** What is to be undone at the end, last first. */
const endings: (() => Promise<void> | void)[] = []
const drainSeconds = 10
const connections = 10
let isReady = false
let isStopping = false
let ending: Promise<void> | undefined

const read = readEnv(process.env)
if (!read.ok) fail(read.problems)
else
  start(read.value).then(
    () => (isReady = true),
    (error: unknown) => {
      if (error instanceof Stopped) return end(0)
      print(
        error instanceof Refusal
          ? error.message
          : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error),
      )
      return end(1)
    },
  )

async function start(given: Env): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopOnce)
  const dev = process.env.NODE_ENV !== 'production'

  const opened = await timed('Starting the database', () =>
    openDatabaseServer(given, (line) => log({ event: 'database', line })),
  )
  if (!opened.ok) throw new Refusal(startRefusalSentence(opened))
  const database = opened.value
  endings.push(database.stop)
  const server = await listen(given)
  const env = { ...given, AUTH_SECRET: given.AUTH_SECRET ?? (await keptAuthSecret(given.DATA_DIR)) }
  shared().env = env
  // next-auth would otherwise guess its address from what a request claims.
  Object.assign(process.env, { AUTH_URL: env.SITE_URL.href, AUTH_TRUST_HOST: 'true' })

  const migrated = await timed('Migrating', () => migrate(database.directUrl).catch(refuseUnreachable))
  if (!migrated.ok) throw new Refusal(startRefusalSentence(migrated))
  const db = openDatabase(database.url, connections, env.DATABASE_DIRECT_URL === undefined)
  endings.push(() => db.$disconnect())
  if (await wantsDemonstration(env)) {
    // Its texts and drawings are only read when they are wanted.
    const { loadDemonstration } = await import('@/prisma/seed/demonstration')
    await timed('Loading the demonstration newsroom', () => loadDemonstration(env, new Date()))
  }
  const administrator = await ensureAdministrator(env, new Date(), print)
  if (!administrator.ok) throw new Refusal(administrator.sentence)

  const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer: server })
  await timed('Preparing pages', () => app.prepare())
  const nextHandler = app.getRequestHandler()
  const versions = await connectVersions({
    connection: () => ({ connectionString: database.directUrl }),
    now: Date.now,
    log,
  })
  endings.push(() => versions.close())
  shared().hearNow = () => versions.hearNow()
  const documents = createDocuments({
    next: nextHandler,
    dev: dev && !process.argv.includes('--documents') ? 'live' : 'off',
    buildId: dev
      ? 'dev'
      : (await readFile(`${process.env.TRIBUNE_BUILD ?? '.next'}/BUILD_ID`, 'utf8')).trim(),
    siteUrl: env.SITE_URL,
    timeZone: env.SITE_TIMEZONE,
    language: env.SITE_LANGUAGE,
    versions,
    errorText: errorWords,
    assets: createPictures(picturesFolder(env.DATA_DIR), nextHandler),
    trustedProxies: env.TRUSTED_PROXIES,
    now: Date.now,
    log,
  })
  endings.push(() => documents.close())
  endings.push(startSchedule(log))
  await documents.ready
  if (isStopping) throw new Stopped()
  documents.serve(server)
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  endings.push(() => drain(server))
  print(`Ready on http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`)
}

/** Takes the port before the long work, so that a port in use is said at once. Until then it answers 503. */
async function listen(env: Env): Promise<Server> {
  const server = createServer((_req, res) => {
    res.writeHead(503, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Retry-After': '2',
      'Cache-Control': 'no-store',
    })
    res.end(`${errorWords(503).sentence}\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const sentence = 'code' in error ? listenSentence(String(error.code), env) : null
      reject(sentence ? new Refusal(sentence) : error)
    })
    server.listen(env.PORT, env.HOST, resolve)
  })
  endings.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return server
}

function listenSentence(code: string, { HOST, PORT }: Env): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${PORT} on ${HOST} is in use by another program. Stop that one, or set PORT.`
    case 'EACCES':
      return `Port ${PORT} may not be used by this user. Set PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${HOST} is no address of this machine. 127.0.0.1 is this machine alone, 0.0.0.0 all its addresses.`
    default:
      return null
  }
}

/** A database that cannot be reached is the operator's to mend, not a bug. */
function refuseUnreachable(error: unknown): never {
  if (!isDatabaseAway(error) && !isAccessDenied(error)) throw error
  const told =
    error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
  throw new Refusal(`The database cannot be used: ${told}. Look at DATABASE_URL and DATABASE_DIRECT_URL.`)
}

/** No new connections; those with a request under way may end it. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), drainSeconds * 1000)
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await closed
  clearTimeout(patience)
  clearInterval(idle)
}

/** The terminal and npm may both pass a signal on: only the first counts. A start under way ends at its next step. */
function stopOnce(): void {
  if (isStopping) return
  isStopping = true
  if (isReady) void end(0)
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

/** A start that was refused for a reason the operator can do something about. */
class Refusal extends Error {}

function fail(problems: string[]): never {
  for (const problem of problems) print(problem)
  process.exit(1)
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  if (isStopping) throw new Stopped()
  const began = performance.now()
  const result = await work()
  print(`${what} … ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function log(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}
