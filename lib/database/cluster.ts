import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Outcome, refused } from '@/lib/outcome'
import { ownerOf } from './account'
import { type Binaries, postgresMajor } from './binaries'
import { errorCode } from './error-code'
import { initialise } from './initdb'
import type { Place } from './place'
import { recordMade } from './record'
import { bytesForFirstStart, type StartRefusal } from './refusal'

/**
 * Makes the cluster if there is none yet, in a folder of its own that takes its name only when it is whole, so
 * that a kill half-way leaves nothing to trip over. Refuses, changing nothing, a cluster of another major
 * version or of another user, one that has gone away, and a first start on a disk without room for it.
 * The place it returns is that of the account that owns the data.
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<Outcome<Place, StartRefusal>> {
  const path = place.clusterDir
  const major = await readMajor(path)
  if (!major.ok) return major
  const found = major.value
  if (found === null) return makeCluster(place, binaries)
  if (found > postgresMajor) return refused({ error: 'newer-postgresql', found, ours: postgresMajor, path })
  if (found < postgresMajor) return refused({ error: 'older-postgresql', found, ours: postgresMajor, path })
  await recordMade(place.record)
  await removeUnfinished(place)
  return withOwner(place)
}

const unfinishedForMs = 600_000

async function makeCluster(place: Place, binaries: Binaries): Promise<Outcome<Place, StartRefusal>> {
  const { home, clusterDir, record } = place
  if (place.made) return refused({ error: 'data-missing', path: clusterDir, record })
  const { bavail, bsize } = await statfs(home)
  const freeBytes = bavail * bsize
  if (freeBytes < bytesForFirstStart) return refused({ error: 'disk-full', path: home, freeBytes })
  const unfinished = await mkdtemp(`${clusterDir}.new-`)
  const failure = await initialise(place, binaries, unfinished)
  if (!failure) await takeName(join(unfinished, 'cluster'), clusterDir)
  await rm(unfinished, { recursive: true, force: true })
  if (failure && !(await isThere(clusterDir))) return refused(failure)
  return ensureCluster(place, binaries)
}

/** Another start may have been quicker; then its cluster stands, and ours is thrown away. */
async function takeName(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error))) throw error
  }
}

/** What a killed first start left. A young one may belong to a start that still works on it. */
async function removeUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.home)) {
    const path = join(place.home, name)
    if (!name.startsWith('postgres.new-') || Date.now() - (await stat(path)).mtimeMs < unfinishedForMs)
      continue
    await rm(path, { recursive: true, force: true })
  }
}

/** Root serves the data as whoever owns it; only data that fell to root itself gets a new owner. */
async function withOwner(place: Place): Promise<Outcome<Place, StartRefusal>> {
  const owner = await ownerOf(place.clusterDir)
  if (place.account && owner.uid !== 0) return done({ ...place, account: owner })
  if (place.account) await giveTo(place.clusterDir, place.account.uid, place.account.gid)
  else if (process.getuid && owner.uid !== process.getuid())
    return refused({ error: 'no-permission', path: place.clusterDir })
  return done(place)
}

async function giveTo(path: string, uid: number, gid: number): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await giveTo(inside, uid, gid)
    else if (entry.isFile()) await chown(inside, uid, gid)
  }
  await chown(path, uid, gid)
  await chmod(path, 0o700)
}

/** The major version of the cluster in a folder; null where there is none. */
async function readMajor(path: string): Promise<Outcome<number | null, StartRefusal>> {
  try {
    return done(Number.parseInt(await readFile(join(path, 'PG_VERSION'), 'utf8'), 10))
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOTDIR') return refused({ error: 'not-a-folder', path })
    if (code === 'EACCES') return refused({ error: 'no-permission', path })
    if (code !== 'ENOENT') throw error
    if (!(await isThere(path))) return done(null)
    const what = `${path} is there, but holds no PostgreSQL data (its file PG_VERSION is missing).`
    return refused({ error: 'database-failed', what, lines: [], logFile: null })
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
