import { readFile, rm } from 'node:fs/promises'
import { keepPicture, type PictureIntake } from '@/lib/articles/pictures'
import { db, inTransaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import type { IntakeRefusal } from '@/lib/taken-in'
import { bumpTopics } from '@/lib/topics'
import type { PictureWords } from './picture-words'
import { listTopicsShowing } from './queries-pictures'

/** A file that came, where it lies, and the SHA-256 of its bytes. */
export type Upload = { path: string; fileName: string; sourceHash: string }
export type Added = {
  id: number
  hash: string
  credit: string
  alt: string
  width: number
  height: number
  isNew: boolean
}

/**
 * Takes a file into the library: verified by its bytes, written anew without what its camera noted, and kept once
 * however often it is sent. What the person says of it counts before what the file says of itself. Refuses what is no
 * picture, and one that is animated, too large or damaged.
 */
export async function addPicture(
  moderator: Moderator,
  upload: Upload,
  words: { alt: string; credit: string },
  { store, takeIn }: PictureIntake,
  now: Date,
): Promise<Outcome<Added, PermissionRefusal | { error: IntakeRefusal | 'not-read' }>> {
  const { fileName, sourceHash } = upload
  const no = await inTransaction((tx) => denied(tx, moderator, 'write-article', null, now))
  if (no) return no
  const known = await db().picture.findUnique({ where: { sourceHash }, select: addedFields })
  if (known) return done({ ...known, isNew: false })
  const to = `${upload.path}.new`
  try {
    const taken = await takeIn(upload.path, to)
    if (taken.outcome === 'not-taken') return refused({ error: taken.reason })
    if (taken.outcome === 'failed') return refused({ error: 'not-read' })
    const { outcome: _, ...facts } = taken
    const said = { alt: words.alt || facts.alt, credit: words.credit || facts.credit }
    const addedById = moderator.id
    const bytes = await readFile(to)
    const { id } = await keepPicture({ ...facts, ...said, bytes, fileName, sourceHash, addedById }, store)
    return await inTransaction(async (tx) => {
      const picture = await tx.picture.findUniqueOrThrow({
        where: { id },
        select: { ...addedFields, sourceHash: true },
      })
      const { sourceHash: first, ...added } = picture
      // Two files may come to the same pixels.
      const isNew = first === sourceHash
      const detail = { title: fileName, picture: id }
      if (isNew) await recordAction(tx, { kind: 'picture-added', actorId: addedById, detail }, now)
      return done({ ...added, isNew })
    })
  } finally {
    await rm(to, { force: true })
  }
}

const addedFields = { id: true, hash: true, credit: true, alt: true, width: true, height: true } as const

/** Says anew what a picture shows, whose it is, and what of it must stay when it is cut. Pages that show it follow. */
export async function describePicture(
  moderator: Moderator,
  id: number,
  { alt, credit, focalX, focalY }: PictureWords,
  now: Date,
): Promise<Outcome<{ id: number }, PermissionRefusal | { error: 'no-picture' }>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'write-article', null, now)
    if (no) return no
    await tx.$executeRaw`select 1 from "Picture" where id = ${id} for no key update`
    const before = await tx.picture.findUnique({
      where: { id },
      select: { alt: true, credit: true, focalX: true, focalY: true, fileName: true },
    })
    if (!before) return refused({ error: 'no-picture' })
    const { fileName, ...old } = before
    await tx.picture.update({ where: { id }, data: { alt, credit, focalX, focalY }, select: { id: true } })
    const detail = {
      title: fileName || alt,
      picture: id,
      before: old,
      after: { alt, credit, focalX, focalY },
    }
    await recordAction(tx, { kind: 'picture-described', actorId: moderator.id, detail }, now)
    await bumpTopics(tx, await listTopicsShowing(tx, id))
    return done({ id })
  })
}
