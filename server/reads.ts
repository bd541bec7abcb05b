import { createHash, randomBytes } from 'node:crypto'
import { addressBlock } from '@/lib/address-block'
import { mostFromOnePlace, type Sight } from '@/lib/articles/sight'

export type Reads = {
  note(articleId: number, by: { address: string; agent: string }): void
  /** Writes what has gathered, and forgets what is over. Never rejects. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** What all processes of the site know together. Days are YYYY-MM-DD. */
export type ReadsStore = {
  /** The salt of a day: `fresh`, unless another process was first. */
  salt(day: string, fresh: string): Promise<string>
  /** Adds what no process has counted before. */
  record(day: string, sights: readonly Sight[]): Promise<void>
  /** Forgets all days before this one. */
  forget(day: string): Promise<void>
}

export type ReadsOptions = {
  store: ReadsStore
  /** The day of an instant where the site is. */
  dayOf(instant: number): string
  now(): number
  log(line: Record<string, unknown>): void
  everyMs?: number
}

/** A day as this process counts it: what it knows already is not told to the others again. */
type Day = {
  day: string
  salt?: Promise<string>
  known: Set<string>
  fromOne: Map<string, number>
  sights: Sight[]
}

/** Whoever names itself a program. A browser that is driven by one does, too. */
const program =
  /bot\b|crawl|spider|slurp|fetch|preview|headless|lighthouse|monitor|python|curl|wget|http|java\/|^$/i
/** Sights that this process knows of one day. */
const mostKnown = 400_000
/** Beacons whose salt is still on its way, while the database is slow. */
const mostWaiting = 10_000
/** A process may still write what it gathered before midnight. */
const graceMs = 60_000

/**
 * Counts how often articles are read, without knowing by whom: an address and program count once a day for each
 * article. What they are known by is a hash with a salt that is made anew every day, and both are destroyed when the day is
 * over. Made-up programs of one address count for little, and bots for nothing.
 */
export function createReads({ store, dayOf, now, log, everyMs = 10_000 }: ReadsOptions): Reads {
  let today = begin(dayOf(now()))
  let ended: Day[] = []
  let forgotten = ''
  let waiting = 0
  let taking: Promise<void> = Promise.resolve()

  function turnDay(): void {
    const day = dayOf(now())
    if (day === today.day) return
    ended.push(today)
    today = begin(day)
  }

  async function take(at: Day, articleId: number, { address, agent }: { address: string; agent: string }) {
    at.salt ??= store.salt(at.day, randomBytes(16).toString('base64url')).catch((error) => {
      delete at.salt
      throw error
    })
    const salt = await at.salt
    const place = hash(salt, `${addressBlock(address)} ${articleId}`)
    const reader = hash(salt, `${address} ${agent} ${articleId}`)
    const count = at.fromOne.get(place) ?? 0
    if (at.known.has(reader) || count >= mostFromOnePlace || at.known.size >= mostKnown) return
    at.known.add(reader)
    at.fromOne.set(place, count + 1)
    at.sights.push({ articleId, place, reader })
  }

  async function write(at: Day): Promise<void> {
    const sights = at.sights
    at.sights = []
    if (sights.length === 0) return
    await store.record(at.day, sights).catch((error) => {
      at.sights = sights.concat(at.sights)
      throw error
    })
  }

  async function flush(): Promise<void> {
    turnDay()
    await taking
    const over = ended
    ended = []
    try {
      for (const day of [...over, today]) await write(day)
      const first = dayOf(now() - graceMs)
      if (first !== forgotten) await store.forget(first)
      forgotten = first
    } catch (error) {
      log({ event: 'reads-not-stored', error: String(error) })
    }
  }

  let flushing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    flushing = flushing.then(flush)
  }, everyMs)
  timer.unref()

  return {
    note(articleId, by) {
      turnDay()
      if (program.test(by.agent) || waiting >= mostWaiting) return
      const at = today
      waiting += 1
      taking = taking
        .then(() => take(at, articleId, by))
        .catch((error) => log({ event: 'read-not-counted', error: String(error) }))
        .finally(() => {
          waiting -= 1
        })
    },
    flush,
    async close() {
      clearInterval(timer)
      await flushing
      await flush()
    },
  }
}

function begin(day: string): Day {
  return { day, known: new Set(), fromOne: new Map(), sights: [] }
}

function hash(salt: string, text: string): string {
  return createHash('sha256').update(salt).update(text).digest('base64url').slice(0, 12)
}
