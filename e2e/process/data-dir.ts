import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { clearAway } from './running'
import { endSites } from './site'

/** A new data directory that everybody may enter, so that root's database lies in it; removed after the file. */
export async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-process-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}

const folders: string[] = []

afterAll(async () => {
  endSites()
  for (const folder of folders) await clearAway(folder)
})
