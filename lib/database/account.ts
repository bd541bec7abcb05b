import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Place } from './place'

/** Whom the server runs as. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number }

/** Accounts that exist for such work, in order of preference; the last is on every Linux and macOS. */
const names = ['postgres', '_postgres', 'nobody']

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The unprivileged account that runs the server when Tribune is root: `postgres` if the system has one,
 * otherwise `nobody`. Null when there is neither. Data made earlier stays with its owner (ownerOf).
 */
export async function serverAccount(): Promise<Account | null> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of names) {
    const [, , uid, gid] = lines.find(([known]) => known === name) ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  return null
}

/** The account that owns a cluster already made, so that it never has to be given to another. */
export async function ownerOf(folder: string): Promise<Account> {
  const { uid, gid } = await stat(folder)
  return { uid, gid }
}

/** May this account enter the folder, and every folder above it? */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if (!(mode & bit)) return false
  const parent = dirname(folder)
  return parent === folder || canEnter(parent, account)
}

/** What `spawn` needs to run a program as the place's account, in a folder it can enter, with no secrets. */
export function spawnOptions(place: Pick<Place, 'account' | 'home'>) {
  const { NODE_ENV, PATH, SystemRoot, TEMP, TMPDIR } = process.env
  const env = { NODE_ENV, PATH, SystemRoot, TEMP, TMPDIR, LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: place.home, env, ...place.account }
}
