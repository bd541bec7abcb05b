import { randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  constants,
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readFile,
  realpath,
  rename,
  rm,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Account, canEnter } from './account'
import { errorCode } from './error-code'
import type { StartRefusal } from './refusal'

/** Where one embedded database lies, who runs its server, and how to get in. */
export type Place = {
  dataDir: string
  /** The folder that holds the cluster: the data directory, or one outside it that the account can enter. */
  home: string
  clusterDir: string
  /** `embedded.json` in the data directory, mode 600: the password, and where the cluster is. */
  record: string
  logFile: string
  account: Account | null
  password: string
  /** True once a cluster was made: from then on its absence is a loss and not a first start. */
  made: boolean
}

const Recorded = z.object({ home: z.string(), password: z.string(), made: z.boolean() })
type Recorded = z.infer<typeof Recorded>

/** The folder under which root keeps what the unprivileged account must reach. */
export const systemShelter = '/var/lib/tribune'

/**
 * The place of this data directory, decided at its first start and recorded there, so that it is found again
 * whoever asks. It is the data directory itself, unless Tribune is root and the account cannot enter it.
 */
export async function choosePlace(
  dataDir: string,
  account: Account | null,
  shelter: string = systemShelter,
): Promise<Outcome<Place, StartRefusal>> {
  const folder = await writableFolder(resolve(dataDir))
  if (!folder.ok) return folder
  const record = recordIn(folder.value)
  if (await isUnreadable(record)) return refused({ error: 'no-permission', path: record })
  if (!(await readRecord(record))) {
    const home = account && !(await canEnter(folder.value, account)) ? await makeHome(shelter, account) : '.'
    await writeOnce(record, { home, password: randomBytes(24).toString('hex'), made: false })
  }
  const place = await recordedPlace(folder.value, account)
  if (!place) throw new Error(`${record} went away while it was being read`)
  return done(place)
}

/** The place recorded in a data directory, or null where no embedded database was ever begun. */
export async function recordedPlace(dataDir: string, account: Account | null): Promise<Place | null> {
  const record = recordIn(resolve(dataDir))
  const recorded = await readRecord(record)
  if (!recorded) return null
  const root = await realpath(resolve(dataDir))
  const home = resolve(root, recorded.home)
  const { password, made } = recorded
  const files = {
    clusterDir: join(home, 'postgres'),
    logFile: join(root, 'postgres.log'),
    record: recordIn(root),
  }
  return { dataDir: root, home, account, password, made, ...files }
}

/** Notes that the cluster is there. */
export async function recordMade(place: Place): Promise<void> {
  const recorded = await readRecord(place.record)
  if (!recorded || recorded.made) return
  const next = await written(`${place.record}.${randomBytes(4).toString('hex')}`, { ...recorded, made: true })
  await rename(next, place.record)
}

function recordIn(dataDir: string): string {
  return join(dataDir, 'embedded.json')
}

async function readRecord(path: string): Promise<Recorded | null> {
  try {
    return Recorded.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errorCode(error))) return null
    throw error
  }
}

/** There, but another user's. */
async function isUnreadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => false,
    (error) => errorCode(error) === 'EACCES',
  )
}

/** Whole or not at all, and never over another's: of two first starts at once one decides for both. */
async function writeOnce(path: string, recorded: Recorded): Promise<void> {
  const temporary = await written(`${path}.${randomBytes(4).toString('hex')}`, recorded)
  try {
    await link(temporary, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(temporary)
  }
}

async function written(path: string, recorded: Recorded): Promise<string> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(recorded, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return path
}

async function writableFolder(path: string): Promise<Outcome<string, StartRefusal>> {
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.W_OK | constants.X_OK)
    return done(await realpath(path))
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST' || code === 'ENOTDIR') return refused({ error: 'not-a-folder', path })
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return refused({ error: 'no-permission', path })
    if (code === 'ENOSPC') return refused({ error: 'disk-full', path, freeBytes: null })
    throw error
  }
}

/** A new folder for one cluster; its name is not guessed from the data directory, which may be made anew. */
async function makeHome(shelter: string, account: Account): Promise<string> {
  const base = await makeShelter(shelter, account)
  const home = await mkdtemp(join(base, 'data-'))
  await chmod(home, 0o711)
  return home
}

/** The shelter, or a folder in the system's temporary one where it cannot be made; root's, and enterable. */
export async function makeShelter(shelter: string, account: Account): Promise<string> {
  for (const folder of [shelter, join(tmpdir(), 'tribune')]) {
    try {
      if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
      const { uid, mode } = await lstat(folder)
      const others = mode & 0o022
      // Somebody else's folder under this name would be theirs to swap.
      if (uid === process.getuid?.() && !others && (await canEnter(folder, account))) return folder
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) throw error
    }
  }
  throw new Error(`neither ${shelter} nor a folder in ${tmpdir()} can be used for the embedded database`)
}
