import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Account, canEnter } from './account'
import { errorCode } from './error-code'
import { readRecord, recordIn, writeOnce } from './record'
import type { StartRefusal } from './refusal'
import { makeHome } from './shelter'

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

/**
 * The place of this data directory, decided at its first start and recorded there, so that it is found again
 * whoever asks. It is the data directory itself, unless Tribune is root and the account cannot enter it.
 */
export async function choosePlace(
  dataDir: string,
  account: Account | null,
  shelter: string,
): Promise<Outcome<Place, StartRefusal>> {
  const folder = await writableFolder(resolve(dataDir))
  if (!folder.ok) return folder
  const record = recordIn(folder.value)
  if (await isUnreadable(record)) return refused({ error: 'no-permission', path: record })
  if (!(await readRecord(record))) {
    const home =
      account && !(await canEnter(folder.value, account))
        ? await makeHome(shelter, account, folder.value)
        : '.'
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

/** There, but another user's. */
async function isUnreadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => false,
    (error) => errorCode(error) === 'EACCES',
  )
}
