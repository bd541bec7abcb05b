import { type ChildProcess, fork } from 'node:child_process'
import type { TakenIn } from '@/lib/taken-in'
import type { CardJob } from './draw-card'
import type { IntakeJob } from './take-in-picture'

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'

/** One file to make: `from` is the original and `kind` what its name says it is, `smallest` the least width offered. */
export type EncodeJob = {
  from: string
  kind: string
  width: number
  smallest: number
  format: PictureFormat
  to: string
}
/** `refused`: there is no such variant of this picture. */
export type Encoded = { outcome: 'made' | 'refused' } | Failed
type Failed = { outcome: 'failed'; detail: string }

type Job = EncodeJob | IntakeJob | CardJob

export type Encoder = {
  /** Makes one file. Never rejects. One at a time: whoever asks waits for the one before. */
  encode(job: EncodeJob): Promise<Encoded>
  /** Looks at what somebody sent and writes it anew. Never rejects; waits like the others. */
  takeIn(job: IntakeJob): Promise<TakenIn>
  /** Draws a card. Never rejects; waits like the others. */
  draw(job: CardJob): Promise<Encoded>
  close(): void
}

/** As much of it as serving takes. */
export type VariantEncoder = Pick<Encoder, 'encode' | 'close'>

export type EncoderOptions = {
  /** documents/encode-pictures.ts, and the flags Node needs to run it. */
  program: { file: string; execArgv: string[] }
  idleMs?: number
  /** How long one picture may take before its process is killed. */
  patienceMs?: number
}

/**
 * Encodes in a process of its own, which is started when it is needed and ended when it was idle for a while: the
 * web process never holds the library, nor what a hostile file might do to it.
 */
export function createEncoder({ program, idleMs = 5000, patienceMs = 30_000 }: EncoderOptions): Encoder {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  function running(): ChildProcess {
    if (child?.connected) return child
    const started = fork(program.file, {
      execArgv: program.execArgv,
      env: bareEnvironment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // A server that wants to end does not wait for it.
    started.unref()
    started.channel?.unref()
    child = started
    return started
  }

  function doNow<Done>(job: Job, read: (message: unknown) => Done): Promise<Done | Failed> {
    clearTimeout(idle)
    const encoding = running()
    return new Promise<Done | Failed>((resolve) => {
      const end = (encoded: Done | Failed) => {
        clearTimeout(patience)
        // Whatever it may still complain of concerns nobody.
        encoding.removeAllListeners().on('error', () => undefined)
        resolve(encoded)
      }
      const fail = (detail: string) => {
        encoding.kill('SIGKILL')
        if (child === encoding) child = undefined
        end({ outcome: 'failed', detail })
      }
      const patience = setTimeout(() => fail(`took longer than ${patienceMs} ms`), patienceMs)
      encoding.on('message', (message) => end(read(message)))
      encoding.on('error', (error) => fail(String(error)))
      encoding.on('exit', (code, signal) => fail(`the encoder ended with ${signal ?? `code ${code}`}`))
      encoding.send(job, (error) => {
        if (error) fail(String(error))
      })
    }).finally(() => {
      idle = setTimeout(close, idleMs)
      idle.unref()
    })
  }

  function close(): void {
    clearTimeout(idle)
    if (child?.connected) child.disconnect()
    child = undefined
  }

  function inTurn<Done>(job: Job, read: (message: unknown) => Done): Promise<Done | Failed> {
    const turn = last.then(() => doNow(job, read))
    last = turn
    return turn
  }

  return {
    encode: (job) => inTurn(job, readAnswer),
    takeIn: (job) => inTurn(job, readTaken),
    draw: (job) => inTurn(job, readAnswer),
    close,
  }
}

/** A program that opens strangers' files learns none of the site's secrets. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, NODE_ENV } = process.env
  return {
    NODE_ENV,
    // Every thread's own arena would keep what its largest picture took: twice the memory, no faster.
    MALLOC_ARENA_MAX: '1',
    ...(PATH ? { PATH } : {}),
    ...(SystemRoot ? { SystemRoot } : {}),
  }
}

function readAnswer(message: unknown): Encoded {
  if (typeof message === 'object' && message !== null && 'outcome' in message)
    if (message.outcome === 'made' || message.outcome === 'refused') return { outcome: message.outcome }
  return readFailure(message)
}

function readTaken(message: unknown): TakenIn {
  const isOurs = typeof message === 'object' && message !== null && 'outcome' in message
  if (isOurs && isTaken(message)) return message
  return readFailure(message)
}

/** What our own program says of what it did; the picture's bytes have no say in its form. */
function isTaken(message: { outcome: unknown }): message is Exclude<TakenIn, Failed> {
  return message.outcome === 'taken' || message.outcome === 'not-taken'
}

function readFailure(message: unknown): Failed {
  if (typeof message !== 'object' || message === null)
    return { outcome: 'failed', detail: 'an answer that is none' }
  return { outcome: 'failed', detail: 'detail' in message ? String(message.detail) : 'no reason given' }
}
