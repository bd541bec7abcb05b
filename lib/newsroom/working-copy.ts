import { type LockedArticle, lockArticle } from '@/lib/articles/commands-version'
import type { Transaction } from '@/lib/db'
import { type Base, baseName } from './base'
import { readWorkingCopy, type WorkingCopy } from './queries-working-copy'
import type { Standing } from './transitions'

export type LockedCopy = WorkingCopy & { article: LockedArticle & Standing }

/** The working copy under the article's lock. Null when there is no such article. */
export async function lockWorkingCopy(tx: Transaction, articleId: number): Promise<LockedCopy | null> {
  const article = await lockArticle(tx, articleId)
  const copy = article && (await readWorkingCopy(tx, articleId))
  return copy && { ...copy, article: { ...article, hasUpdate: copy.update !== null } }
}

export function isAt(copy: WorkingCopy, base: Base): boolean {
  return baseName(copy.base) === baseName(base)
}
