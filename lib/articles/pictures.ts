import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/lib/db'

export type NewPicture = {
  bytes: Buffer
  mediaType: keyof typeof endings
  width: number
  height: number
  /** Whether anything shows through it. */
  hasAlpha: boolean
  credit: string
}

/** Where the files of pictures lie, each named by its hash. */
export function picturesFolder(dataDir: string): string {
  return join(dataDir, 'pictures')
}

/** Where the widths and formats made of them lie: every file there can be made again. */
export function pictureVariantsFolder(dataDir: string): string {
  return join(dataDir, 'picture-variants')
}

/** Keeps a picture: the file first, then the row, so that no row is without its file. The same bytes are kept once. */
export async function keepPicture(picture: NewPicture, dataDir: string): Promise<{ id: number }> {
  const { bytes, mediaType, width, height, hasAlpha, credit } = picture
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  await writeOnce(join(picturesFolder(dataDir), `${hash}.${endings[mediaType]}`), bytes)
  return db().picture.upsert({
    where: { hash },
    create: { hash, mediaType, width, height, hasAlpha, credit },
    update: {},
    select: { id: true },
  })
}

const endings = {
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const

async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there?.size === bytes.length) return
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}
