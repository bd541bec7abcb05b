import { setTimeout as pause } from 'node:timers/promises'
import type { OwnProgram } from '@/lib/own-program'
import type { Surroundings } from './messages'
import { log, tell } from './say'
import { startWorker, type WorkerProcess } from './worker-process'

/** What workers are made from: their program, and the build whose pages they serve. */
export type Release = { program: OwnProgram; build: string | undefined }

export type Workers = {
  /** Begins all of them and resolves when each can serve. Rejects when one cannot; then `end` what there is. */
  prepare(): Promise<void>
  serve(): Promise<void>
  /** Lets them use a database that was away when they were prepared. */
  useDatabase(): void
  /** Replaces one after the other: the new one serves before the old one stops. Rejects, with the old ones serving. */
  replace(release: Release): Promise<void>
  end(): Promise<void>
}

// How long an idle connection may still bring a request whose answer then ends it.
const lingerMs = { restart: 2000, stop: 100 }
/** Beyond what a worker gives its requests. */
const patienceMs = 12_000
/** Between a worker's unforeseen end and the next, growing while they keep ending. */
const backoffMs = [0, 250, 1000, 5000]
const calmAfterMs = 60_000

/**
 * `count` workers, each in a slot of its own. One that ends unforeseen is replaced at once, and ever more slowly when
 * its successors end too; `lost` clears away what it left. The first slot's worker also does the scheduled jobs.
 */
export function createWorkers(
  count: number,
  surroundings: Surroundings,
  first: Release,
  lost: () => Promise<void>,
): Workers {
  const slots = new Map<number, WorkerProcess>()
  let release = first
  let isOver = false

  async function begin(slot: number, from: Release): Promise<WorkerProcess> {
    const worker = startWorker(from.program, from.build)
    try {
      await worker.prepare(surroundings, slot === 0)
      if (surroundings.settled) worker.useDatabase()
      return worker
    } catch (error) {
      await worker.end(0, patienceMs)
      throw error
    }
  }

  function put(slot: number, worker: WorkerProcess): void {
    slots.set(slot, worker)
    const since = Date.now()
    void worker.ended.then((how) => {
      if (isOver || slots.get(slot) !== worker) return
      log({ event: 'worker-ended', slot, how })
      lost().catch((error) => log({ event: 'clearing-failed', slot, error: String(error) }))
      void succeed(slot, worker, Date.now() - since > calmAfterMs ? 0 : 1)
    })
  }

  /** Puts a new worker in the place of one that is gone, unless a restart does so meanwhile. */
  async function succeed(slot: number, gone: WorkerProcess, tries: number): Promise<void> {
    await pause(backoffMs[Math.min(tries, backoffMs.length - 1)])
    const isWanted = () => !isOver && slots.get(slot) === gone
    if (!isWanted()) return
    try {
      const worker = await begin(slot, release)
      if (!isWanted()) return await worker.end(0, patienceMs)
      await worker.serve()
      if (!isWanted()) return await worker.end(lingerMs.restart, patienceMs)
      put(slot, worker)
      log({ event: 'worker-replaced', slot })
    } catch (error) {
      log({ event: 'worker-failed', slot, error: tell(error) })
      void succeed(slot, gone, tries + 1)
    }
  }

  return {
    async prepare() {
      const begun = await Promise.allSettled(Array.from({ length: count }, (_, slot) => begin(slot, release)))
      for (const [slot, result] of begun.entries()) if (result.status === 'fulfilled') put(slot, result.value)
      for (const result of begun) if (result.status === 'rejected') throw result.reason
    },
    async serve() {
      for (const worker of slots.values()) await worker.serve()
    },
    useDatabase() {
      surroundings.settled = true
      for (const worker of slots.values()) worker.useDatabase()
    },
    async replace(next) {
      for (const slot of [...slots.keys()]) {
        const worker = await begin(slot, next)
        if (isOver) return worker.end(0, patienceMs)
        await worker.serve()
        const old = slots.get(slot)
        release = next
        put(slot, worker)
        await old?.end(lingerMs.restart, patienceMs)
      }
    },
    async end() {
      isOver = true
      await Promise.all([...slots.values()].map((worker) => worker.end(lingerMs.stop, patienceMs)))
    },
  }
}
