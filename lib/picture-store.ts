import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type S3Place, s3Store } from './picture-store-s3'

/** Where originals lie, each under a name that is the hash of its bytes. */
export type PictureStore = {
  /** Keeps a file, whole or not at all. The same name is kept once. */
  put(name: string, bytes: Buffer, mediaType: string): Promise<void>
  /** The bytes kept under a name; null when there are none. */
  get(name: string): Promise<Buffer | null>
}

/** The folder, or the bucket where one is configured. */
export function pictureStore(folder: string, bucket: S3Place | null): PictureStore {
  return bucket ? s3Store(bucket) : folderStore(folder)
}

function folderStore(folder: string): PictureStore {
  return {
    async put(name, bytes) {
      const path = join(folder, name)
      const there = await stat(path).catch(() => null)
      if (there?.size === bytes.length) return
      await mkdir(folder, { recursive: true })
      const draft = `${path}.${randomUUID()}.part`
      await writeFile(draft, bytes)
      await rename(draft, path)
    },
    get: (name) =>
      readFile(join(folder, name)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }),
  }
}
