import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/lib/database/free-port'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const administrator = { email: 'administrator@tribune.example', password: 'seven quiet ferries' }

export type RunningSite = {
  url: string
  dataDir: string
  /** Everything it printed so far. */
  output(): Promise<string>
  /** Ends it as an operator would, waits, and removes its data. Rejects when it does not end well. */
  stop(): Promise<void>
}

const patienceMs = { start: 240_000, stop: 20_000 }

/**
 * Starts the real site as `npm start` does, with the demonstration newsroom in a data directory of its own, on a
 * free port, without paces. Resolves when it serves; rejects with its output when it does not come to that.
 */
export async function startSite(logFile: string): Promise<RunningSite> {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-journeys-'))
  // PostgreSQL runs under another account when we are root, and must be able to enter.
  await chmod(dataDir, 0o711)
  const url = `http://localhost:${port}`
  const site = spawn(process.execPath, [join(root, 'bin', 'start.mjs')], {
    cwd: root,
    // As under `npm start`: should the tests be killed, the site stops by itself.
    env: { ...process.env, ...siteVariables(dataDir, port), npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<string>((resolve) => {
    site.once('error', (error) => resolve(error.message))
    site.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  const ready = await untilReady(site, ended, logFile)
  const output = () => readFile(logFile, 'utf8')
  if (ready !== true) {
    site.kill('SIGTERM')
    throw new Error(`The site did not start (${ready}). It printed:\n${await output()}`)
  }
  return { url, dataDir, output, stop: () => stop(site, ended, dataDir) }
}

/** What the site is started with, and what a `tribune` command needs to find it. Empty counts as missing. */
export function siteVariables(dataDir: string, port: number): Record<string, string> {
  const unset = ['HOST', 'SITE_URL', 'SITE_NAME', 'SITE_TIMEZONE', 'AUTH_SECRET', 'TRUSTED_PROXIES', 'DEMO']
  const database = ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL']
  return {
    ...Object.fromEntries([...unset, ...database].map((name) => [name, ''])),
    DATA_DIR: dataDir,
    PORT: String(port),
    RATE_LIMITS: 'off',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  }
}

async function untilReady(
  site: ChildProcess,
  ended: Promise<string>,
  logFile: string,
): Promise<true | string> {
  await mkdir(dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile)
  site.stdout?.pipe(log)
  site.stderr?.pipe(log)
  const patience = new AbortController()
  let printed = ''
  const served = new Promise<true>((resolve) => {
    site.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk
      if (printed.includes('Ready on')) resolve(true)
    })
  })
  const tooLong = later(patienceMs.start, 'it took too long', { signal: patience.signal })
  const first = await Promise.race([served, ended, tooLong])
  patience.abort()
  tooLong.catch(() => {})
  return first
}

async function stop(site: ChildProcess, ended: Promise<string>, dataDir: string): Promise<void> {
  const patience = setTimeout(() => site.kill('SIGKILL'), patienceMs.stop)
  site.kill('SIGTERM')
  const end = await ended
  clearTimeout(patience)
  if (end !== 'exit code 0') throw new Error(`The site was asked to stop and ended with ${end}.`)
  await rm(dataDir, { recursive: true, force: true })
}
