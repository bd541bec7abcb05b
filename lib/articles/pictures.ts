import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/lib/db'

export type NewPicture = {
  bytes: Buffer
  mediaType: 'image/svg+xml'
  width: number
  height: number
  credit: string
}

/** Where the files of pictures lie, each named by its hash. */
export function picturesFolder(dataDir: string): string {
  return join(dataDir, 'pictures')
}

/** Keeps a picture: the file first, then the row, so that no row is without its file. The same bytes are kept once. */
export async function keepPicture(picture: NewPicture, dataDir: string): Promise<{ id: number }> {
  const { bytes, mediaType, width, height, credit } = picture
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  await writeOnce(join(picturesFolder(dataDir), `${hash}.svg`), bytes)
  return db().picture.upsert({
    where: { hash },
    create: { hash, mediaType, width, height, credit },
    update: {},
    select: { id: true },
  })
}

async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there?.size === bytes.length) return
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}
