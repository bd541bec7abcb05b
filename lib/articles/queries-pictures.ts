import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { type Block, pictureHashes } from './body'

/** What the library knows of a picture, whoever shows it. */
export type LibraryPicture = {
  hash: string
  mediaType: string
  width: number
  height: number
  hasAlpha: boolean
  credit: string
}

export const libraryFields = {
  hash: true,
  mediaType: true,
  width: true,
  height: true,
  hasAlpha: true,
  credit: true,
} satisfies Prisma.PictureSelect

/** The pictures that stand in a body, by their hash. Those the library does not have are missing. */
export async function findBodyPictures(body: Block[]): Promise<ReadonlyMap<string, LibraryPicture>> {
  const hashes = pictureHashes(body)
  if (hashes.length === 0) return new Map()
  const found = await db().picture.findMany({ where: { hash: { in: hashes } }, select: libraryFields })
  return new Map(found.map((picture) => [picture.hash, picture]))
}
