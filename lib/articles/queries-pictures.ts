import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Prisma } from '@/prisma/generated/client'
import type { Block } from './body'
import { pictureHashes } from './body-words'
import type { FocalPoint } from './focal-point'
import { originalName } from './picture-files'
import { pictureKey } from './picture-key'

/** What the library knows of a picture, whoever shows it. */
export type LibraryPicture = {
  hash: string
  mediaType: string
  width: number
  height: number
  hasAlpha: boolean
  credit: string
  key?: string
} & FocalPoint

/** A picture as one article shows it: what is said about it there. */
export type PublicPicture = LibraryPicture & { alt: string; caption: string | null }

export const libraryFields = {
  hash: true,
  mediaType: true,
  width: true,
  height: true,
  hasAlpha: true,
  credit: true,
  focalX: true,
  focalY: true,
} satisfies Prisma.PictureSelect

/** The pictures that stand in a body, by their hash. Those the library does not have are missing. */
export async function findBodyPictures(body: Block[]): Promise<ReadonlyMap<string, LibraryPicture>> {
  const hashes = pictureHashes(body)
  if (hashes.length === 0) return new Map()
  const found = await db().picture.findMany({ where: { hash: { in: hashes } }, select: libraryFields })
  return new Map(found.map((picture) => [picture.hash, picture]))
}

/** Whether anyone may fetch a picture's files; null when there is no such picture. */
export async function isPublicPicture(hash: string): Promise<boolean | null> {
  const found = await db().picture.findUnique({ where: { hash }, select: { isPublic: true } })
  return found?.isPublic ?? null
}

/** What a picture's original is called in the store. */
export async function findOriginalName(hash: string): Promise<string | null> {
  const found = await db().picture.findUnique({ where: { hash }, select: { hash: true, mediaType: true } })
  return found && originalName(found)
}

/** A picture as those see it who may see what is not public yet: the desk, and whoever holds a preview's address. */
export function withKey<P extends { hash: string }>(picture: P, now: Date): P & { key: string } {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is settled before the site serves')
  return { ...picture, key: pictureKey(picture.hash, AUTH_SECRET, now) }
}

/** Those of a body that is shown before anybody may fetch them. */
export async function findPreviewPictures(
  body: Block[],
  now: Date,
): Promise<ReadonlyMap<string, LibraryPicture>> {
  const found = await findBodyPictures(body)
  return new Map([...found].map(([hash, picture]) => [hash, withKey(picture, now)]))
}

/** One by its number, likewise: an article's lead. */
export async function findPreviewPicture(id: number, now: Date): Promise<LibraryPicture | null> {
  const found = await db().picture.findUnique({ where: { id }, select: libraryFields })
  return found && withKey(found, now)
}
