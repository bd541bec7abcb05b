import { chmod, lstat, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { type Account, canEnter } from './account'
import { errorCode } from './error-code'

/**
 * The folder under which root keeps what the unprivileged account must reach and cannot reach in the data
 * directory; for a data directory in the system's temporary folder it lies there too.
 */
export function shelterFor(dataDir: string): string {
  const isTemporary = resolve(dataDir).startsWith(join(tmpdir(), sep))
  return isTemporary ? join(tmpdir(), 'tribune') : '/var/lib/tribune'
}

/** A new folder for one cluster; its name is not guessed from the data directory, which may be made anew. */
export async function makeHome(shelter: string, account: Account, dataDir: string): Promise<string> {
  const base = await makeShelter(shelter, account)
  const home = await mkdtemp(join(base, 'data-'))
  await chmod(home, 0o711)
  await writeFile(join(home, 'belongs-to'), `${dataDir}\n`)
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
