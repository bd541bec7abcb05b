import cluster, { type Worker } from 'node:cluster'
import type { OwnProgram } from '@/lib/own-program'
import { type Order, Report, type Surroundings } from './messages'
import { log, Refusal } from './say'

/** One worker as the supervisor holds it. */
export type WorkerProcess = {
  /** Resolves when it can serve, or serves. Rejects when it ended or said that it cannot. */
  prepare(surroundings: Surroundings, runsJobs: boolean): Promise<void>
  serve(): Promise<void>
  /** Lets it use a database that was away when it was prepared. */
  useDatabase(): void
  /** Lets it finish what it does, waits for its end, and forces it after `patienceMs`. */
  end(lingerMs: number, patienceMs: number): Promise<void>
  /** Resolves when the process is gone, however that came. */
  ended: Promise<string>
}

/** Starts a worker's process from `program`, with the build it belongs to. */
export function startWorker(program: OwnProgram, build: string | undefined): WorkerProcess {
  cluster.setupPrimary({
    exec: program.file,
    execArgv: [...process.execArgv, ...program.execArgv],
  })
  const worker = cluster.fork({
    ...memorySettings(),
    ...(build === undefined ? {} : { TRIBUNE_BUILD: build }),
  })
  const ended = new Promise<string>((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
    worker.once('error', (error) => resolve(error.message))
  })

  // What is sent before it listens would be lost.
  const hearing = nextReport(worker)

  /** Gives an order and waits for the report that it was carried out. */
  async function order(given: Order, wanted: Report['report']): Promise<void> {
    await Promise.race([hearing, ended])
    const report = nextReport(worker)
    send(worker, given)
    const answer = await Promise.race([report, ended.then((how) => ({ report: 'ended' as const, how }))])
    if (answer.report === 'failed') throw new Refusal(answer.sentence)
    if (answer.report !== wanted)
      throw new Error(`A worker was told to ${given.order}, and there was: ${JSON.stringify(answer)}`)
  }

  return {
    ended,
    prepare: (surroundings, runsJobs) => order({ order: 'prepare', surroundings, runsJobs }, 'prepared'),
    serve: () => order({ order: 'serve' }, 'serving'),
    useDatabase: () => send(worker, { order: 'use-database' }),
    async end(lingerMs, patienceMs) {
      await Promise.race([hearing, ended])
      send(worker, { order: 'end', lingerMs })
      const patience = setTimeout(() => worker.process.kill('SIGKILL'), lingerMs + patienceMs)
      await ended
      clearTimeout(patience)
    },
  }
}

/**
 * glibc gives back little of what it was given back. Compressing in several threads it keeps an arena for each: after
 * misses of 10,000 articles a worker held 3.5 GB, of which 0.1 were in use; with two arenas a fifth (bench/memory-curve.ts).
 * And V8 compiles in segments of 32 kB, which leave holes: after the start 54 MB, of which 12 were in use. Taken from the
 * system one by one they go back to it.
 */
function memorySettings(): Record<string, string> {
  const { MALLOC_ARENA_MAX = '2', MALLOC_MMAP_THRESHOLD_ = '32768' } = process.env
  return { MALLOC_ARENA_MAX, MALLOC_MMAP_THRESHOLD_ }
}

function nextReport(worker: Worker): Promise<Report> {
  return new Promise((resolve) => worker.once('message', (message) => resolve(Report.parse(message))))
}

/** One that is just ending hears nothing any more; `ended` tells of it. */
function send(worker: Worker, order: Order): void {
  if (worker.isConnected())
    worker.send(order, (error: Error | null) => error && log({ event: 'worker-deaf', error: error.message }))
}
