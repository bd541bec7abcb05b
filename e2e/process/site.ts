import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/lib/database/free-port'
import { until } from './until'

export const project = fileURLToPath(new URL('../..', import.meta.url))

export type Ended = { code: number | null; signal: NodeJS.Signals | null }
export type Site = {
  origin: string
  port: number
  /** The process `node bin/start.mjs`, which becomes the server. */
  pid: number
  /** Everything it has written so far, to either stream. */
  said(): string
  signal(signal: NodeJS.Signals): void
  /** Resolves when the process is gone and everything it wrote was read. */
  ended: Promise<Ended>
}

export type Variables = { PORT?: string } & Record<string, string>

/** A busy machine may take a while, and the very first start of a clone builds. */
const readyWithinMs = 240_000

/** Begins a start of the whole site, with these variables and none of the tester's own. */
export async function launchSite(variables: Variables, nodeOptions: string[] = []): Promise<Site> {
  const port = Number(variables.PORT ?? (await freePort()))
  const child = spawn(process.execPath, [...nodeOptions, 'bin/start.mjs'], {
    cwd: project,
    env: { NODE_ENV: 'production', ...plainEnvironment(), ...variables, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  )
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    said: () => said,
    signal: (signal) => child.kill(signal),
    ended,
  }
}

/** A start that is to succeed; resolves when the site says that it is ready. */
export async function startSite(variables: Variables, nodeOptions: string[] = []): Promise<Site> {
  const site = await launchSite(variables, nodeOptions)
  await untilReady(site)
  return site
}

export async function untilReady(site: Site): Promise<void> {
  let gone = false
  site.ended.then(() => {
    gone = true
  })
  const settled = () => gone || site.said().includes('Ready on ')
  await until('the site is ready', settled, readyWithinMs).catch((error: Error) => {
    throw new Error(`${error.message}\n${site.said()}`)
  })
  if (gone) throw new Error(`the start ended:\n${site.said()}`)
}

/** A start that is to be refused: how it ended and what it said. */
export async function refusedStart(variables: Variables): Promise<Ended & { said: string }> {
  const site = await launchSite(variables)
  return { ...(await site.ended), said: site.said() }
}

/** What a program needs of its surroundings, without anything that Tribune reads. */
export function plainEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot']
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/** Ends every process begun here that still runs, without asking it. */
export function endSites(): void {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
}

const children: ChildProcess[] = []
