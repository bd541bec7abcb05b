import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { bucketOf } from '@/lib/env-pictures'
import { type PictureStore, pictureStore } from '@/lib/picture-store'
import { shared } from '@/lib/shared'
import type { TakenIn } from '@/lib/taken-in'
import { type KeptMediaType, originalName } from './picture-files'

export type NewPicture = {
  bytes: Buffer
  mediaType: KeptMediaType
  width: number
  height: number
  /** Whether anything shows through it. */
  hasAlpha: boolean
  credit: string
  alt?: string
  fileName?: string
  sourceHash?: string
  addedById?: number
}

/** Where the files of pictures lie, each named by its hash. */
export function picturesFolder(dataDir: string): string {
  return join(dataDir, 'pictures')
}

/** Where this process keeps originals: the data directory, or a bucket. */
function siteStore(): PictureStore {
  return pictureStore(picturesFolder(env().DATA_DIR), bucketOf(env()))
}

/** Takes files in as this process does: in a child of its own, into the store. */
export function siteIntake(): PictureIntake {
  const { takeInPicture } = shared()
  if (!takeInPicture) throw new Error('this process takes no pictures in')
  return { store: siteStore(), takeIn: takeInPicture }
}

export type PictureIntake = {
  store: PictureStore
  /** Looks at a file and writes it anew to another path. */
  takeIn(from: string, to: string): Promise<TakenIn>
}

/** Where the widths and formats made of them lie: every file there can be made again. */
export function pictureVariantsFolder(dataDir: string): string {
  return join(dataDir, 'picture-variants')
}

/** Keeps a picture: the file first, then the row, so that no row is without its file. The same bytes are kept once. */
export async function keepPicture(
  picture: NewPicture,
  store: PictureStore,
): Promise<{ id: number; hash: string }> {
  const { bytes, ...facts } = picture
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  await store.put(originalName({ hash, mediaType: facts.mediaType }), bytes, facts.mediaType)
  return db().picture.upsert({
    where: { hash },
    create: { hash, ...facts },
    update: {},
    select: { id: true, hash: true },
  })
}
