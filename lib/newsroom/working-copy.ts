import { type LockedArticle, lockArticle } from '@/lib/articles/commands-version'
import type { Transaction } from '@/lib/db'
import { type Base, baseName } from './base'
import { contentOf, placeFields, versionFields } from './content-of-version'
import { type DraftContent, readContent } from './draft-content'

/** An article at work: what is written now, and what that is called. */
export type WorkingCopy = {
  article: LockedArticle
  base: Base
  content: DraftContent
  /** The number of the version the draft began from; null where none was published. */
  version: number | null
  isDraft: boolean
}

/** The working copy under the article's lock: its draft, or else its current version. Null when there is no such article. */
export async function lockWorkingCopy(tx: Transaction, articleId: number): Promise<WorkingCopy | null> {
  const article = await lockArticle(tx, articleId)
  return article && readWorkingCopy(tx, article)
}

/** The same for an article that is locked already. */
export async function readWorkingCopy(tx: Transaction, article: LockedArticle): Promise<WorkingCopy | null> {
  const draft = await tx.articleDraft.findUnique({
    where: { articleId: article.id },
    select: { content: true, revision: true, baseVersion: true },
  })
  if (draft)
    return {
      ...{ article, isDraft: true, base: { save: draft.revision }, version: draft.baseVersion },
      content: readContent(draft.content),
    }
  if (article.currentVersionId === null) return null
  const row = await tx.article.findUniqueOrThrow({
    where: { id: article.id },
    select: { ...placeFields, currentVersion: { select: { ...versionFields, number: true } } },
  })
  if (!row.currentVersion) return null
  const { number } = row.currentVersion
  return {
    ...{ article, isDraft: false, base: { version: number }, version: number },
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
  return contentOf(
    version,
    await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: placeFields }),
  )
}

export function isAt(copy: WorkingCopy, base: Base): boolean {
  return baseName(copy.base) === baseName(base)
}
