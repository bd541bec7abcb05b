import type { Transaction } from '@/lib/db'
import type { Base } from './base'
import { contentOf, placeFields, versionFields } from './content-of-version'
import { type DraftContent, readContent } from './draft-content'

/** What is written of an article now, and what that is called. */
export type WorkingCopy = {
  base: Base
  content: DraftContent
  /** The number of the version the draft began from; null where none was published. */
  version: number | null
  isDraft: boolean
}

/** An article's draft, or else its current version. Null when there is neither. */
export async function readWorkingCopy(tx: Transaction, articleId: number): Promise<WorkingCopy | null> {
  const draft = await tx.articleDraft.findUnique({
    where: { articleId },
    select: { content: true, revision: true, baseVersion: true },
  })
  if (draft)
    return {
      ...{ isDraft: true, base: { save: draft.revision }, version: draft.baseVersion },
      content: readContent(draft.content),
    }
  const row = await tx.article.findUnique({
    where: { id: articleId },
    select: { ...placeFields, currentVersion: { select: { ...versionFields, number: true } } },
  })
  if (!row?.currentVersion) return null
  const { number } = row.currentVersion
  return {
    ...{ isDraft: false, base: { version: number }, version: number },
    content: contentOf(row.currentVersion, row),
  }
}

/** What somebody had before them; null when it is kept no more. */
export async function findBase(tx: Transaction, articleId: number, base: Base): Promise<DraftContent | null> {
  if ('save' in base) {
    const save = await tx.draftRevision.findUnique({
      where: { articleId_revision: { articleId, revision: base.save } },
      select: { content: true },
    })
    return save && readContent(save.content)
  }
  const version = await tx.articleVersion.findUnique({
    where: { articleId_number: { articleId, number: base.version } },
    select: versionFields,
  })
  if (!version) return null
  const place = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: placeFields })
  return contentOf(version, place)
}
