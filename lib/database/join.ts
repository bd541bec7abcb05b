import { done, type Outcome } from '@/lib/outcome'
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
  const running = await findOwned(options.dataDir)
  if (running) return done(await work(running))
  const started = await startEmbedded(options)
  if (!started.ok) {
    const quicker = started.error === 'in-use' ? await findOwned(options.dataDir) : null
    return quicker ? done(await work(quicker)) : started
  }
  const { stop } = started.value
  const interrupted = (signal: NodeJS.Signals) => void stop().then(() => process.kill(process.pid, signal))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return done(await work(started.value))
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await stop()
  }
}

/** A server without an owner is one whose owner crashed; whoever comes next should take it over. */
async function findOwned(dataDir: string) {
  const running = await findRunningEmbedded(dataDir)
  if (!running) return null
  const client = await connect({ ...running.connection, database: 'postgres' }, 'tribune question')
  try {
    return (await ownerName(client)) ? running : null
  } finally {
    await client.end()
  }
}
