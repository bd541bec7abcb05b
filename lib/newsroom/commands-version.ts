import { announce } from '@/lib/articles/commands'
import {
  addVersion,
  findAuthors,
  type LockedArticle,
  setBylines,
  type VersionChange,
} from '@/lib/articles/commands-version'
import { openOrClose } from '@/lib/articles/talk-mode'
import type { Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { bumpTopics, topics } from '@/lib/topics'
import { versionOf } from './content-of-version'
import type { DraftContent } from './draft-content'

export type PlaceRefusal = {
  error: 'unknown-section' | 'unknown-author' | 'unknown-related' | 'no-picture'
}
export type Place = { sectionId: number; authorIds: number[] }

/** Where a content says that it stands, and by whom; refuses what is not there. */
export async function findPlace(
  tx: Transaction,
  { section, bylines, related, picture }: DraftContent,
): Promise<Outcome<Place, PlaceRefusal>> {
  const there = await tx.section.findUnique({ where: { slug: section }, select: { id: true } })
  if (!there) return refused({ error: 'unknown-section' })
  const authorIds = await findAuthors(tx, bylines)
  if (!authorIds) return refused({ error: 'unknown-author' })
  const ids = [...new Set(related)]
  if ((await tx.article.count({ where: { id: { in: ids } } })) !== ids.length)
    return refused({ error: 'unknown-related' })
  if (picture && !(await tx.picture.findUnique({ where: { id: picture.id }, select: { id: true } })))
    return refused({ error: 'no-picture' })
  return done({ sectionId: there.id, authorIds })
}

/** Makes a content a locked article's next version, and puts the article where it says. Its number. */
export async function makeVersion(
  tx: Transaction,
  article: LockedArticle,
  content: DraftContent,
  change: VersionChange,
  now: Date,
): Promise<Outcome<{ number: number }, PlaceRefusal | { error: 'no-note' }>> {
  const place = await findPlace(tx, content)
  if (!place.ok) return place
  const { id } = article
  await setBylines(tx, id, place.value.authorIds)
  const { conversation } = await tx.article.findUniqueOrThrow({
    where: { id },
    select: { conversation: true },
  })
  await tx.article.update({
    where: { id },
    data: {
      ...{ sectionId: place.value.sectionId, prominence: content.prominence, mode: content.mode },
      ...(conversation === content.conversation ? {} : openOrClose(content.conversation, now)),
    },
    select: { id: true },
  })
  return addVersion(tx, article, versionOf(content), change, now)
}

/** Tells every page that shows the article, or showed it where it stood before. */
export async function announceVersion(
  tx: Transaction,
  { id, section }: LockedArticle,
  content: DraftContent,
): Promise<void> {
  if (content.section !== section) await announce(tx, id, section)
  await announce(tx, id, content.section)
  await bumpTopics(tx, [topics.talk(id)])
}
