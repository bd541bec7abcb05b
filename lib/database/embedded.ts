import { done, type Outcome, refused } from '@/lib/outcome'
import { isRoot, serverAccount } from './account'
import { findBinaries, runnableBinaries } from './binaries'
import { bringUp, type Readied } from './bring-up'
import { ensureCluster } from './cluster'
import { type Connection, connectionTo, connectionUrl } from './connection'
import { errorCode } from './error-code'
import { databaseName } from './initdb'
import { choosePlace } from './place'
import type { StartRefusal } from './refusal'
import { makeShelter, shelterFor } from './shelter'
import { supervise } from './supervise'

/** A PostgreSQL of Tribune's own. The port stays the same until `stop`, also when the server had to be restarted. */
export type Embedded = { connection: Connection; url: string; stop(): Promise<void> }

export type EmbeddedOptions = {
  dataDir: string
  log(line: string): void
  /** Called each time after the server died and is back, on the same port and owned again. */
  onRecovered?(): void
  /** How long to ask again for data that somebody else owns, in milliseconds; see takeOwnership. */
  patienceMs?: number
  /** Where root keeps what the unprivileged account must reach; see choosePlace. */
  shelter?: string
}

/**
 * Starts PostgreSQL 18 on the cluster in `dataDir/postgres`, made at the first start, and owns it until `stop`:
 * nobody else can. A server that outlived its owner is taken over; one that dies is started again.
 * Refuses, with nothing changed, in the cases StartRefusal lists.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Outcome<Embedded, StartRefusal>> {
  try {
    const readied = await makeReady(options)
    if (!readied.ok) return readied
    const first = await bringUp(readied.value, options)
    if (!first.ok) return first
    const stop = supervise(readied.value, first.value, options)
    const connection = connectionTo(readied.value.place, first.value.port, databaseName)
    return done({ connection, url: connectionUrl(connection), stop })
  } catch (error) {
    return refusedByDisk(error, options.dataDir)
  }
}

async function makeReady(options: EmbeddedOptions): Promise<Outcome<Readied, StartRefusal>> {
  const found = await findBinaries()
  if (!found.ok) return found
  const account = isRoot() ? await serverAccount() : null
  const platform = `${process.platform}-${process.arch}`
  if (isRoot() && !account) return refused({ error: 'unsupported-platform', reason: 'no-account', platform })
  const shelter = options.shelter ?? shelterFor(options.dataDir)
  const chosen = await choosePlace(options.dataDir, account, shelter)
  if (!chosen.ok) return chosen
  const { dataDir } = chosen.value
  const copyTo = async () => (account ? makeShelter(shelter, account) : dataDir)
  const binaries = await runnableBinaries(found.value, account, copyTo)
  const cluster = await ensureCluster(chosen.value, binaries)
  if (!cluster.ok) return cluster
  return done({ place: cluster.value, binaries })
}

/** What a file system may refuse anywhere on the way. */
function refusedByDisk(error: unknown, path: string): Outcome<never, StartRefusal> {
  const code = errorCode(error)
  if (['ENOSPC', 'EDQUOT'].includes(code)) return refused({ error: 'disk-full', path, freeBytes: null })
  if (['EACCES', 'EROFS'].includes(code)) return refused({ error: 'no-permission', path })
  throw error
}
