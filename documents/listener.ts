import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Presence } from '@/lib/database/presence'
import { fillGap } from './disk/gap'
import type { Heard } from './disk/heard'
import type { Changes } from './purge'
import { sharing } from './sharing'
import {
  inTurn,
  type Line,
  readMoment,
  readPayload,
  readSince,
  readUnmoved,
  readVersions,
} from './topic-questions'
import { createCells, type Versions } from './versions'

/**
 * `hearNow` resolves when everything committed before the call has been heard, or cannot be. `hear` takes in an
 * announcement that came another way than over the connection.
 */
export type HearingVersions = Versions & { hearNow(): Promise<void>; hear(announcement: string): void }

export type ListenerOptions = {
  /**
   * Where to connect: a direct connection, as a pooler's transaction mode cannot LISTEN. Asked at every attempt;
   * throws while there is nothing to connect to.
   */
  connection(): pg.ClientConfig
  /** What outlives this process of what it hears. */
  heard?: Heard
  /** Told of every doubt and of every time the database is heard. */
  presence?: Pick<Presence, 'doubt' | 'heard'>
  now(): number
  log(line: Record<string, unknown>): void
  catchUpMs?: number
  /** Told of every topic that moved, held here or not, after the cells; of some more than once. */
  moved?(changes: Changes): void
}

type Connection = { client: pg.Client; line: Line }

/**
 * Topics' versions over one dedicated connection: notifications as hints, and a catch-up at start, after every
 * reconnection and every three seconds. Resolves after the first attempt to connect, whether it succeeded or not;
 * from then on it reconnects by itself and never throws on its own account.
 */
export async function connectVersions(options: ListenerOptions): Promise<HearingVersions> {
  const { catchUpMs = 3000, now, log, heard, presence } = options
  const cells = createCells((names) => connected().then((line) => readVersions(line, names)))
  let held: Connection | undefined
  let attempt: Promise<void> | undefined
  let attempts = 0
  let since: string | undefined
  let heardAt = Number.NEGATIVE_INFINITY
  let isGapFilled = heard === undefined
  const closing = new AbortController()

  function isHearing(): boolean {
    return now() - heardAt < deafAfterMs
  }

  async function connected(): Promise<Line> {
    if (held === undefined && isHearing()) await attempt
    if (held === undefined) throw new Error('the database cannot be asked for topics')
    return held.line
  }

  async function connect(): Promise<void> {
    try {
      const next = await listen()
      if (closing.signal.aborted) return await hangUp(next.client)
      held = next
      attempts = 0
    } catch (error) {
      again(error)
    }
  }

  async function listen(): Promise<Connection> {
    const next = new pg.Client({ ...limits, ...options.connection(), application_name: 'tribune listener' })
    next.on('error', (error) => lose(next, error))
    next.on('end', () => lose(next, new Error('the connection ended')))
    next.on('notification', ({ payload }) => hear(readPayload(payload ?? '')))
    try {
      await next.connect()
      await next.query('LISTEN tribune_topics')
      if (heard !== undefined && !isGapFilled) await fillGap(next, heard)
      isGapFilled = true
      const line = inTurn(next)
      await catchUp(line)
      return { client: next, line }
    } catch (error) {
      void hangUp(next)
      throw error
    }
  }

  /** `since` moves only when everything up to it has been heard, so a failed catch-up is made good by the next. */
  async function catchUp(asked: Line): Promise<void> {
    const began = now()
    const slow = setTimeout(() => presence?.doubt(), slowMs).unref()
    try {
      const found = await readSince(asked, since)
      hear(since === undefined ? 'everything' : found.versions)
      since = found.until
    } finally {
      clearTimeout(slow)
    }
    heardAt = now()
    heard?.upTo(began)
    presence?.heard()
  }

  /** Before the first catch-up nothing is held; whoever else listens cannot know what changed before. */
  function hear(changes: Changes): void {
    if (changes !== 'everything')
      for (const [name, version] of changes) {
        cells.hear(name, version)
        heard?.note(name, version)
      }
    options.moved?.(changes)
  }

  function lose(lost: pg.Client, error: unknown): void {
    if (lost !== held?.client) return
    held = undefined
    void hangUp(lost)
    again(error)
  }

  function again(error: unknown): void {
    if (closing.signal.aborted) return
    const waitMs = Math.min(100 * 2 ** attempts, 2000)
    attempts += 1
    presence?.doubt()
    log({ event: 'topics-disconnected', error: String(error), retryInMs: waitMs })
    attempt = pause(waitMs, undefined, { signal: closing.signal, ref: false }).then(connect, () => undefined)
  }

  const beat = setInterval(() => {
    const asked = held
    if (asked !== undefined) catchUp(asked.line).catch((error) => lose(asked.client, error))
  }, catchUpMs)
  beat.unref()

  attempt = connect()
  await attempt

  return {
    get hearing() {
      return isHearing()
    },
    get heardAt() {
      return heardAt
    },
    claim: cells.claim,
    release: cells.release,
    size: cells.size,
    hearNow: sharing(async () => {
      // A failure is the listener's to notice and mend; whoever asked goes on.
      if (held !== undefined) await catchUp(held.line).catch(() => undefined)
    }),
    moment: async () => readMoment(await connected()),
    unmovedSince: async (moment, names) => readUnmoved(await connected(), moment, names),
    hear: (announcement) => hear(readPayload(announcement)),
    async close() {
      closing.abort()
      clearInterval(beat)
      const last = held?.client
      held = undefined
      if (last !== undefined) await hangUp(last)
    },
  }
}

const deafAfterMs = 6000
/** A catch-up takes a millisecond or two. */
const slowMs = 1500
const limits = { connectionTimeoutMillis: 5000, query_timeout: 5000, keepAlive: true }

async function hangUp(client: pg.Client): Promise<void> {
  await Promise.race([client.end(), pause(1000, undefined, { ref: false })]).catch(() => undefined)
}
