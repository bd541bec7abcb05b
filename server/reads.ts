import { createHash, randomBytes } from 'node:crypto'
import { addressBlock } from '@/lib/address-block'

export type Reads = {
  note(articleId: number, by: { address: string; agent: string }): void
  /** Writes what has gathered. Never rejects. */
  flush(): Promise<void>
  close(): Promise<void>
}

export type ReadsOptions = {
  /** Adds to what was read on a day (YYYY-MM-DD). */
  store(day: string, counts: ReadonlyMap<number, number>): Promise<void>
  /** The day of an instant where the site is. */
  dayOf(instant: number): string
  now(): number
  log(line: Record<string, unknown>): void
  everyMs?: number
}

/** Whoever names itself a program. A browser that is driven by one does, too. */
const program =
  /bot\b|crawl|spider|slurp|fetch|preview|headless|lighthouse|monitor|python|curl|wget|http|java\/|^$/i
/** From one address, of one article, on one day: a household, a school, an office behind one door. */
const mostFromOne = 25
/** Sights remembered at once. What comes on top of that on one day is not counted. */
const mostRemembered = 400_000

/**
 * Counts how often articles are read, without knowing by whom: an address and program count once a day for each
 * article. What they are known by is a hash with a salt that this process makes anew every day and keeps nowhere, and it is
 * forgotten with the day. Made-up programs of one address count for little, and bots for nothing.
 */
export function createReads({ store, dayOf, now, log, everyMs = 10_000 }: ReadsOptions): Reads {
  let day = dayOf(now())
  let salt = randomBytes(16)
  let known = new Set<string>()
  let fromOne = new Map<string, number>()
  let waiting = new Map<number, number>()

  function turnDay(): void {
    const today = dayOf(now())
    if (today === day) return
    void write(day, waiting)
    ;[day, salt, known, fromOne, waiting] = [today, randomBytes(16), new Set(), new Map(), new Map()]
  }

  function hash(text: string): string {
    return createHash('sha256').update(salt).update(text).digest('base64url').slice(0, 12)
  }

  async function write(on: string, counts: ReadonlyMap<number, number>): Promise<void> {
    if (counts.size === 0) return
    await store(on, counts).catch((error) => log({ event: 'reads-not-stored', error: String(error) }))
  }

  async function flush(): Promise<void> {
    turnDay()
    const gathered = waiting
    waiting = new Map()
    await write(day, gathered)
  }

  let flushing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    flushing = flushing.then(flush)
  }, everyMs)
  timer.unref()

  return {
    note(articleId, { address, agent }) {
      turnDay()
      if (program.test(agent) || known.size >= mostRemembered) return
      const place = hash(`${addressBlock(address)} ${articleId}`)
      const reader = hash(`${address} ${agent} ${articleId}`)
      const count = fromOne.get(place) ?? 0
      if (known.has(reader) || count >= mostFromOne) return
      known.add(reader)
      fromOne.set(place, count + 1)
      waiting.set(articleId, (waiting.get(articleId) ?? 0) + 1)
    },
    flush,
    async close() {
      clearInterval(timer)
      await flushing
      await flush()
    },
  }
}
