import { copyFile, open, stat, truncate } from 'node:fs/promises'
import { errorCode } from './error-code'

const longestLogBytes = 10 * 1024 * 1024

/**
 * Keeps PostgreSQL's log within bounds: past 10 MB it becomes NAME.1, in place of the one before. The server
 * keeps writing to the same file, which is opened for appending, so it is copied and emptied rather than moved.
 */
export async function boundLog(path: string): Promise<void> {
  if ((await sizeOf(path)) < longestLogBytes) return
  await copyFile(path, `${path}.1`)
  await truncate(path)
}

export async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    (error) => {
      if (errorCode(error) === 'ENOENT') return 0
      throw error
    },
  )
}

/** What was written to the file after its first `from` bytes. */
export async function textSince(path: string, from: number): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read({ buffer: Buffer.alloc(Math.max(0, size - from)), position: from })
    return buffer.toString()
  } finally {
    await file.close()
  }
}
