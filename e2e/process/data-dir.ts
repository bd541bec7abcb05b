import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, inject } from 'vitest'
import { newFolder } from './new-folder'
import type { Prepared } from './prepared'
import { clearAway } from './running'
import { endSites } from './site'

/**
 * A new data directory, removed after the file: for a first start, or, where a first start is not what is tried, a copy
 * of what was prepared.
 */
export async function newDataDir(copyOf?: keyof Prepared): Promise<string> {
  const folder = await newFolder()
  folders.push(folder)
  // Node's own copying keeps no owners, and the database's is not ours.
  if (copyOf) await promisify(execFile)('cp', ['-a', `${inject('prepared')[copyOf]}/.`, folder])
  return folder
}

const folders: string[] = []

afterAll(async () => {
  endSites()
  for (const folder of folders) await clearAway(folder)
})
