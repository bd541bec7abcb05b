import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Record = z.object({
  /** The supervisor's process. */
  pid: z.number(),
  /** How often this process has tried to restart its workers. */
  restarts: z.number(),
  /** What came of the last of them: null while it is under way or when it succeeded. */
  problem: z.string().nullable(),
  busy: z.boolean(),
})
export type ProcessRecord = z.infer<typeof Record>

/** Which process serves from a data directory, as it says itself; null where none said so, or it is gone. */
export async function readProcessRecord(dataDir: string): Promise<ProcessRecord | null> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => null)
  const read = Record.safeParse(text === null ? null : parse(text))
  return read.success && isAlive(read.data.pid) ? read.data : null
}

export async function writeProcessRecord(dataDir: string, record: ProcessRecord): Promise<void> {
  const path = fileIn(dataDir)
  await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

export async function removeProcessRecord(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true })
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'process.json')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
