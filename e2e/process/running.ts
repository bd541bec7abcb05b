import { readdir, readFile, rm } from 'node:fs/promises'
import pg from 'pg'
import { startEmbedded } from '@/lib/database/embedded'
import { findRunningEmbedded } from '@/lib/database/join'
import { recordedPlace } from '@/lib/database/place'
import { findPostmaster, isGone } from '@/lib/database/postmaster'
import { startRefusalSentence } from '@/lib/database/refusal'
import { openDatabase } from '@/lib/open-database'

/** The process id of the PostgreSQL that runs on a data directory; null when none does. */
export async function postgresOf(dataDir: string): Promise<number | null> {
  const place = await recordedPlace(dataDir, null)
  return place ? ((await findPostmaster(place.clusterDir))?.pid ?? null) : null
}

/** The address of the running database of a data directory. */
export async function databaseOf(dataDir: string): Promise<string> {
  const running = await findRunningEmbedded(dataDir)
  if (!running) throw new Error(`no database runs on ${dataDir}`)
  return running.url
}

/** One query to the running database of a data directory, on a connection of its own. */
export async function ask<T extends pg.QueryResultRow>(
  dataDir: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: await databaseOf(dataDir) })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Where a data directory's sessions, readers and comments are to be made directly: opens its database here. */
export async function withDatabaseOf<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const opened = openDatabase(await databaseOf(dataDir), 4)
  try {
    return await work()
  } finally {
    await opened.$disconnect()
  }
}

/** Does something while only the database of a data directory runs, whose site does not. */
export async function atRest<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const started = await startEmbedded({ dataDir, log: () => undefined })
  if (!started.ok) throw new Error(startRefusalSentence(started))
  try {
    return await work()
  } finally {
    await started.value.stop()
  }
}

/**
 * What still runs for a data directory: every process that was started with it in its environment or command line,
 * children and grandchildren included, by its command. Where there is no /proc only PostgreSQL is looked for.
 */
export async function leftRunning(dataDir: string): Promise<string[]> {
  const postgres = await postgresOf(dataDir)
  const found = postgres === null ? [] : [`${postgres} postgres`]
  const pids = await readdir('/proc').then(
    (names) => names.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid),
    () => [],
  )
  for (const pid of pids) {
    const [command, environment] = await Promise.all([
      read(`/proc/${pid}/cmdline`),
      read(`/proc/${pid}/environ`),
    ])
    const theirs = command.includes(dataDir) || environment.split('\0').includes(`DATA_DIR=${dataDir}`)
    if (theirs && command !== '') found.push(`${pid} ${command.replaceAll('\0', ' ').slice(0, 120)}`)
  }
  return found
}

/** Ends the PostgreSQL of a data directory, if one runs, and removes the directory. */
export async function clearAway(dataDir: string): Promise<void> {
  const place = await recordedPlace(dataDir, null)
  const left = await postgresOf(dataDir)
  if (left !== null) process.kill(left, 'SIGQUIT')
  if (left !== null && place) await isGone(left, place.clusterDir, 10_000)
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}

// A process that has just ended has nothing to read.
async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
