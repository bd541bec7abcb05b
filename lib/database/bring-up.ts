import { done, type Outcome } from '@/lib/outcome'
import type { Binaries } from './binaries'
import { connect, connectionTo } from './connection'
import { databaseName } from './initdb'
import { type Ownership, takeOwnership } from './ownership'
import type { Place } from './place'
import { stopPostmaster } from './postmaster'
import type { StartRefusal } from './refusal'
import { type Server, startServer } from './server'

/** A cluster that exists and programs that can be run. */
export type Readied = { place: Place; binaries: Binaries }

/** A server that runs and is ours. */
export type Owned = { pid: number; port: number; ownership: Ownership }

/**
 * A running server, owned, with Tribune's database in it. A server started here and then not owned is stopped
 * again, unless it is because somebody else owns it by now.
 */
export async function bringUp(
  readied: Readied,
  options: { port?: number; patienceMs?: number; log(line: string): void },
): Promise<Outcome<Owned, StartRefusal>> {
  const { place, binaries } = readied
  let mine: number | null = null
  const stopMine = async () => mine !== null && stopPostmaster(place, mine, binaries)
  for (let tries = 5; ; tries--) {
    const server = await startServer(place, binaries, options)
    if (!server.ok) {
      await stopMine()
      return server
    }
    if (server.value.startedHere) mine = server.value.pid
    try {
      return await own(place, server.value, options.patienceMs)
    } catch (error) {
      // An owner that is just stopping takes its server away under us: then there is another to start.
      if (tries > 0) continue
      await stopMine()
      throw error
    }
  }
}

async function own(
  place: Place,
  { pid, port }: Server,
  patienceMs?: number,
): Promise<Outcome<Owned, StartRefusal>> {
  const ownership = await takeOwnership(place, port, patienceMs)
  if (!ownership.ok) return ownership
  try {
    await ensureDatabase(place, port)
    return done({ pid, port, ownership: ownership.value })
  } catch (error) {
    await ownership.value.release()
    throw error
  }
}

/** Made here rather than with the cluster, so that a kill between the two leaves nothing half-made. */
async function ensureDatabase(place: Place, port: number): Promise<void> {
  const client = await connect(connectionTo(place, port, 'postgres'), 'tribune')
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (!rowCount) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}
