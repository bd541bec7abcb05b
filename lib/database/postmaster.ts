import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Binaries, program } from './binaries'
import { errorCode } from './error-code'
import type { Place } from './place'

/** A server process of a cluster, as its postmaster.pid tells. `status` is its last word: `ready`, `starting`. */
export type Postmaster = { pid: number; port: number; status: string }

/**
 * The server now running on this cluster, or null. A postmaster.pid left by a killed server does not count,
 * nor one whose process id now belongs to something else.
 */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | null> {
  const text = await readIfThere(pidFile(clusterDir))
  const [pid, , , port, , , , status] = (text ?? '').split('\n').map((line) => line.trim())
  if (!pid || !(await isPostmaster(Number(pid), clusterDir))) return null
  return { pid: Number(pid), port: Number(port), status: status ?? '' }
}

/**
 * Removes a postmaster.pid whose process id now belongs to something else: PostgreSQL would take that for a
 * running server and not start. What it protects against, children of a killed server that still use the data,
 * PostgreSQL also sees in its shared memory. A process id that nobody has is left for PostgreSQL to judge.
 */
export async function removeForeignPid(clusterDir: string): Promise<void> {
  const text = await readIfThere(pidFile(clusterDir))
  const pid = Number.parseInt(text ?? '', 10)
  if (!(pid > 0) || !isAlive(pid) || (await isPostmaster(pid, clusterDir))) return
  if ((await readIfThere(pidFile(clusterDir))) === text) await rm(pidFile(clusterDir), { force: true })
}

/** Is this process a PostgreSQL server on this very cluster? */
export async function isPostmaster(pid: number, clusterDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  return (await commandLine(pid)).includes(`${sep}postgres -D ${clusterDir} `)
}

/** How long each way of stopping is given, in milliseconds, before the next harder one. */
export const stopPatience = { fast: 30_000, immediate: 5_000 }

/**
 * Stops a server and waits until its process is gone. First the fast way (SIGINT: clients are cut off, a
 * checkpoint is written); if that takes longer than its patience, the immediate way (SIGQUIT), and at last
 * SIGKILL. The harder ways lose nothing that was acknowledged: the next start replays the log.
 */
export async function stopPostmaster(place: Place, pid: number, binaries: Binaries, patience = stopPatience) {
  if (process.platform === 'win32') return stopOnWindows(place, binaries)
  for (const [signal, milliseconds] of [
    ['SIGINT', patience.fast],
    ['SIGQUIT', patience.immediate],
    ['SIGKILL', patience.immediate],
  ] as const) {
    if (!(await isPostmaster(pid, place.clusterDir))) return
    signalProcess(pid, signal)
    if (await isGone(pid, place.clusterDir, milliseconds)) return
  }
}

/** True when the process ended within that time. */
export async function isGone(pid: number, clusterDir: string, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds
  while (await isPostmaster(pid, clusterDir)) {
    if (performance.now() > until) return false
    await sleep(20)
  }
  return true
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

/** Windows has no such signals; pg_ctl talks to the server through a pipe. */
async function stopOnWindows(place: Place, binaries: Binaries): Promise<void> {
  await promisify(execFile)(program(binaries, 'pg_ctl'), ['stop', '-D', place.clusterDir, '-m', 'fast', '-w'])
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return ((await readIfThere(`/proc/${pid}/cmdline`)) ?? '').replaceAll('\0', ' ')
  // It fails when the process has just ended.
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout
}

function pidFile(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid')
}

/** A process of another user, which may not be signalled, is not a server of ours. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (['ESRCH', 'EPERM'].includes(errorCode(error))) return false
    throw error
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(errorCode(error))) return null
    throw error
  }
}
