import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Presence } from '@/lib/database/presence'
import { fillGap } from './disk/gap'
import type { Heard } from './disk/heard'
import type { Changes } from './purge'
import { sharing } from './sharing'
import { createCells, type VersionOf, type Versions } from './versions'

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

/**
 * Topics' versions over one dedicated connection: notifications as hints, and a catch-up at start, after every
 * reconnection and every three seconds. Resolves after the first attempt to connect, whether it succeeded or not;
 * from then on it reconnects by itself and never throws on its own account.
 */
export async function connectVersions(options: ListenerOptions): Promise<HearingVersions> {
  const { catchUpMs = 3000, now, log, heard, presence } = options
  const cells = createCells((names) => connected().then((client) => readVersions(client, names)))
  let client: pg.Client | undefined
  let attempt: Promise<void> | undefined
  let attempts = 0
  let since: string | undefined
  let heardAt = Number.NEGATIVE_INFINITY
  let isGapFilled = heard === undefined
  const closing = new AbortController()

  function isHearing(): boolean {
    return now() - heardAt < deafAfterMs
  }

  async function connected(): Promise<pg.Client> {
    if (client === undefined && isHearing()) await attempt
    if (client === undefined) throw new Error('the database cannot be asked for topics')
    return client
  }

  async function connect(): Promise<void> {
    try {
      const next = await listen()
      if (closing.signal.aborted) return await hangUp(next)
      client = next
      attempts = 0
    } catch (error) {
      again(error)
    }
  }

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({ ...limits, ...options.connection(), application_name: 'tribune listener' })
    next.on('error', (error) => lose(next, error))
    next.on('end', () => lose(next, new Error('the connection ended')))
    next.on('notification', ({ payload }) => hear(readPayload(payload ?? '')))
    try {
      await next.connect()
      await next.query('LISTEN tribune_topics')
      if (heard !== undefined && !isGapFilled) await fillGap(next, heard)
      isGapFilled = true
      await catchUp(next)
      return next
    } catch (error) {
      void hangUp(next)
      throw error
    }
  }

  /** `since` moves only when everything up to it has been heard, so a failed catch-up is made good by the next. */
  async function catchUp(asked: pg.Client): Promise<void> {
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
    if (lost !== client) return
    client = undefined
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
    const asked = client
    if (asked !== undefined) catchUp(asked).catch((error) => lose(asked, error))
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
      if (client !== undefined) await catchUp(client).catch(() => undefined)
    }),
    moment: async () => readMoment(await connected()),
    unmovedSince: async (moment, names) => readUnmoved(await connected(), moment, names),
    hear: (announcement) => hear(readPayload(announcement)),
    async close() {
      closing.abort()
      clearInterval(beat)
      const last = client
      client = undefined
      if (last !== undefined) await hangUp(last)
    },
  }
}

const deafAfterMs = 6000
/** A catch-up takes a millisecond or two. */
const slowMs = 1500
const limits = { connectionTimeoutMillis: 5000, query_timeout: 5000, keepAlive: true }

function readPayload(payload: string): VersionOf {
  const versions = new Map<string, number>()
  for (const line of payload.split('\n')) {
    const gap = line.lastIndexOf(' ')
    const version = Number(line.slice(gap + 1))
    if (gap > 0 && Number.isSafeInteger(version)) versions.set(line.slice(0, gap), version)
  }
  return versions
}

async function readVersions(client: pg.Client, names: readonly string[]): Promise<VersionOf> {
  const { rows } = await client.query<{ name: string; version: string }>(
    'select name, version::text from "Topic" where name = any($1::text[])',
    [names],
  )
  return new Map(rows.map((row) => [row.name, Number(row.version)]))
}

/** The oldest transaction that is still open: all below it have ended. */
async function readMoment(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ moment: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as moment',
  )
  const moment = rows[0]?.moment
  if (moment === undefined) throw new Error('a moment without a snapshot')
  return moment
}

async function readUnmoved(
  client: pg.Client,
  moment: string,
  names: readonly string[],
): Promise<VersionOf | undefined> {
  const { rows } = await client.query<{ name: string; version: string; moved: boolean }>(
    'select name, version::text, xid >= $2::xid8 as moved from "Topic" where name = any($1::text[])',
    [names, moment],
  )
  if (rows.some(({ moved }) => moved)) return undefined
  const versions = new Map(rows.map((row) => [row.name, Number(row.version)]))
  return new Map(names.map((name) => [name, versions.get(name) ?? 0]))
}

/**
 * What changed since `since`, the oldest transaction that was still open at the previous catch-up. Every transaction
 * below it had ended by then, so whatever committed afterwards, in whichever order, is at or above it. One statement,
 * so that rows and `until` come from one snapshot. Without `since` nothing is held yet, and only `until` is wanted.
 */
async function readSince(
  client: pg.Client,
  since: string | undefined,
): Promise<{ versions: VersionOf; until: string }> {
  const { rows } = await client.query<{ until: string; name: string | null; version: string | null }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as until, topic.name, topic.version::text
     from (select 1) as always left join "Topic" as topic on topic.xid >= $1::xid8`,
    [since ?? null],
  )
  const versions = new Map<string, number>()
  for (const { name, version } of rows) if (name !== null) versions.set(name, Number(version))
  const until = rows[0]?.until
  if (until === undefined) throw new Error('a catch-up without a snapshot')
  return { versions, until }
}

async function hangUp(client: pg.Client): Promise<void> {
  await Promise.race([client.end(), pause(1000, undefined, { ref: false })]).catch(() => undefined)
}
