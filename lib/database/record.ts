import { randomBytes } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode } from './error-code'

const Recorded = z.object({ home: z.string(), password: z.string(), made: z.boolean() })
/** What a data directory remembers of its embedded database; `home` is relative to it, or absolute. */
export type Recorded = z.infer<typeof Recorded>

export function recordIn(dataDir: string): string {
  return join(dataDir, 'embedded.json')
}

/** Null where there is none, or none this user may read. */
export async function readRecord(path: string): Promise<Recorded | null> {
  try {
    return Recorded.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errorCode(error))) return null
    throw error
  }
}

/** Whole or not at all, and never over another's: of two first starts at once one decides for both. */
export async function writeOnce(path: string, recorded: Recorded): Promise<void> {
  const temporary = await written(`${path}.${randomBytes(4).toString('hex')}`, recorded)
  try {
    await link(temporary, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(temporary)
  }
}

/** Notes that the cluster is there. */
export async function recordMade(path: string): Promise<void> {
  const recorded = await readRecord(path)
  if (!recorded || recorded.made) return
  const next = await written(`${path}.${randomBytes(4).toString('hex')}`, { ...recorded, made: true })
  await rename(next, path)
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
