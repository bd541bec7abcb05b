import type pg from 'pg'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Connection, connect, connectionTo, connectionUrl } from './connection'
import { type EmbeddedOptions, startEmbedded } from './embedded'
import { databaseName } from './initdb'
import { ownerName } from './ownership'
import { recordedPlace } from './place'
import { findPostmaster } from './postmaster'
import type { StartRefusal } from './refusal'
import { askFor } from './server'

/** The running embedded server of a data directory, or null when none runs. Nothing is started or changed. */
export async function findRunningEmbedded(
  dataDir: string,
): Promise<{ connection: Connection; url: string } | null> {
  const place = await recordedPlace(dataDir, null)
  const running = place && (await findPostmaster(place.clusterDir))
  if (!place || !running || (await askFor(place, running)) !== 'ready') return null
  const connection = connectionTo(place, running.port, databaseName)
  return { connection, url: connectionUrl(connection) }
}

/**
 * Does some work with the embedded database of a data directory, for the command line: with the server of the
 * site when it runs; otherwise as its owner, with a server that is stopped when the work ended or failed, or
 * when SIGINT or SIGTERM ends the process.
 */
export async function useEmbedded<T>(
  options: EmbeddedOptions,
  work: (database: { connection: Connection; url: string }) => Promise<T>,
): Promise<Outcome<T, StartRefusal>> {
  const joined = await asGuest(options.dataDir, work)
  if (joined.ok) return joined
  const started = await startEmbedded(options)
  if (!started.ok) {
    const quicker = started.error === 'in-use' ? await asGuest(options.dataDir, work) : joined
    return quicker.ok ? quicker : started
  }
  const { stop } = started.value
  const interrupted = (signal: NodeJS.Signals) => void stop().then(() => process.kill(process.pid, signal))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return done(await work(started.value))
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    const door = await shutToGuests(started.value.connection)
    await stop()
    await door?.end()
  }
}

/** Arbitrary numbers that nothing else in this cluster uses: "TRIB" in ASCII, and 3. Every guest holds it with the others. */
const guests = [0x54524942, 3]
const mostGuestsMs = 60_000

/**
 * Works with the server of somebody who goes on owning it meanwhile; refused where nobody owns one, or its owner is about
 * to stop it. A server without an owner is one whose owner crashed; whoever comes next should take it over.
 */
async function asGuest<T>(
  dataDir: string,
  work: (database: { connection: Connection; url: string }) => Promise<T>,
): Promise<Outcome<T, { error: 'no-host' }>> {
  const running = await findRunningEmbedded(dataDir)
  const client = running && (await connectOrNull(running.connection))
  if (!client) return refused({ error: 'no-host' })
  try {
    if (!(await ownerName(client)) || !(await enters(client))) return refused({ error: 'no-host' })
    return done(await work(running))
  } finally {
    await client.end()
  }
}

/** Null where the server has gone since it was found. */
function connectOrNull(connection: Connection): Promise<pg.Client | null> {
  return connect({ ...connection, database: 'postgres' }, 'tribune guest').catch(() => null)
}

async function enters(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock_shared($1, $2) as entered', guests)
  return rows[0]?.entered === true
}

/**
 * Waits until other commands that joined this one's server have gone, a minute at most, and lets none in any more as long
 * as the connection stands that it gives.
 */
async function shutToGuests(connection: Connection): Promise<pg.Client | null> {
  const client = await connectOrNull(connection)
  const shut = async () => {
    await client?.query(`set lock_timeout = ${mostGuestsMs}`)
    await client?.query('select pg_advisory_lock($1, $2)', guests)
  }
  // Of a server that does not answer nobody is a guest, and who is still there after a minute is cut off.
  await shut().catch(() => undefined)
  return client
}
