import { db } from '@/lib/db'
import { readBody } from './body'

import { locate, type Passage, paragraphsOf, searchable } from './passage'
import { isPublic } from './public'

export type FoundPassage = Passage & { versionId: number; paragraph: number }

/** Where a passage stands in a published article, word for word; null where it does not. */
export async function findPassage(articleId: number, passage: Passage): Promise<FoundPassage | null> {
  const article = await db().article.findUnique({
    where: { id: articleId, ...isPublic },
    select: { currentVersion: { select: { id: true, body: true } } },
  })
  const version = article?.currentVersion
  if (!version) return null
  const paragraph = locate(searchable(paragraphsOf(readBody(version.body))), passage, true)
  return paragraph === null ? null : { ...passage, versionId: version.id, paragraph }
}
