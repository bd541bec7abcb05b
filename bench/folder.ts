import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearAway } from '@/e2e/process/running'
import { atEnd } from './endings'

/** A new folder that everybody may enter (servers run as other users when we are root); removed at the end. */
export async function newFolder(): Promise<string> {
  const folder = await makeFolder()
  atEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The same for a site's data: a database that is still running there is ended, too. */
export async function newDataDir(): Promise<string> {
  const folder = await makeFolder()
  atEnd(() => clearAway(folder))
  return folder
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-bench-'))
  await chmod(folder, 0o755)
  return folder
}
