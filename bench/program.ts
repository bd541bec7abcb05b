import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { until } from '@/e2e/process/until'
import { pinned } from './cores'
import { atEnd } from './endings'

export type Program = {
  pid: number
  /** Everything it has written so far, to either stream. */
  said(): string
  hasEnded(): boolean
  /** Asks it to end, and after half a minute ends it. */
  stop(): Promise<void>
}
export type ProgramOptions = {
  cwd?: string
  /** This process's own unless given. */
  env?: Record<string, string | undefined>
  /** Without them it runs where it likes. */
  cores?: readonly number[]
  /** Asks it to end; SIGTERM unless given. */
  signal?: NodeJS.Signals
}

const patienceMs = 30_000

/** Starts a program that runs until it is stopped, at the latest when everything is undone. */
export function startProgram(file: string, args: readonly string[], options: ProgramOptions = {}): Program {
  const { cwd, cores, signal = 'SIGTERM' } = options
  const [command, words] = endingWithUs(cores ? pinned(cores, file, args) : [file, args])
  // A session of its own: a terminal's Ctrl-C reaches us alone, and we stop it in order.
  const child = spawn(command, words, {
    cwd,
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = (said + text).slice(-keptCharacters)))
  child.on('error', (error) => (said += error.message))
  return {
    pid: child.pid ?? 0,
    said: () => said,
    hasEnded: () => hasEnded(child),
    stop: atEnd(() => stop(child, signal)),
  }
}

/** Waits for what a program says or does; throws with what it said when it ends or takes too long. */
export async function untilProgram(
  what: string,
  program: Program,
  isSo: () => Promise<boolean> | boolean,
  withinMs = 240_000,
): Promise<void> {
  await until(what, async () => program.hasEnded() || (await isSo()), withinMs).catch((error: Error) => {
    throw new Error(`${error.message}\n${program.said()}`)
  })
  if (program.hasEnded()) throw new Error(`it ended before ${what}:\n${program.said()}`)
}

/** What a program that ends by itself writes. Throws with all of it when it fails. */
export async function outputOf(
  file: string,
  args: readonly string[],
  options: Omit<ProgramOptions, 'signal'> = {},
): Promise<{ stdout: string; stderr: string }> {
  const [command, words] = options.cores ? pinned(options.cores, file, args) : [file, [...args]]
  const running = promisify(execFile)(command, words, {
    ...{ cwd: options.cwd, maxBuffer: 64 * 1024 * 1024 },
    env: environment(options),
  })
  const forget = atEnd(async () => void running.child.kill('SIGTERM'))
  return running.finally(forget)
}

function environment({ env }: ProgramOptions): NodeJS.ProcessEnv {
  return { ...(env ?? process.env), NODE_ENV: 'production' }
}

const keptCharacters = 100_000

/** A command that Linux asks to end should we be killed and undo nothing. */
export function endingWithUs([file, args]: [string, readonly string[]]): [string, string[]] {
  if (process.platform !== 'linux') return [file, [...args]]
  return ['setpriv', ['--pdeathsig', 'TERM', file, ...args]]
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await gone
  clearTimeout(patience)
}
