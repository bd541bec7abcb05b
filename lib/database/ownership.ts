import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { done, type Outcome, refused } from '@/lib/outcome'
import { connect, connectionTo } from './connection'
import type { Place } from './place'
import type { StartRefusal } from './refusal'

/** Held as long as the connection lives; `lost` resolves when it ended, whoever ended it. */
export type Ownership = { lost: Promise<void>; release(): Promise<void> }

/** An arbitrary pair of numbers that nothing else in this cluster uses: "TRIB" in ASCII, and 1. */
const lock = [0x54524942, 1]

/**
 * How long a held lock is asked for again, in milliseconds: the server notices a killed owner's closed
 * connection at once unless it is busy, and this covers a busy one.
 */
const usualPatienceMs = 5_000

/**
 * Takes the one ownership of the data: an advisory lock on a connection kept for nothing else, to the database
 * `postgres`, so that Tribune's own database can be copied as a template. Refuses with the owner's name when
 * somebody else holds it.
 */
export async function takeOwnership(
  place: Place,
  port: number,
  patienceMs = usualPatienceMs,
): Promise<Outcome<Ownership, StartRefusal>> {
  const client = await connect(connectionTo(place, port, 'postgres'), `tribune, process ${process.pid}`)
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()))
  const until = performance.now() + patienceMs
  while (!(await tryLock(client))) {
    if (performance.now() > until) {
      const owner = await ownerName(client)
      await client.end()
      return refused({ error: 'in-use', dataDir: place.dataDir, owner })
    }
    await sleep(100)
  }
  return done({ lost, release: () => client.end() })
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as taken', lock)
  return rows[0]?.taken === true
}

/** Who owns the data, in the words it connected with; null when nobody does. */
export async function ownerName(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query(
    `select application_name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    lock,
  )
  return rows[0]?.application_name ?? null
}
