import type { Transaction } from '@/lib/db'
import { contentOf, placeFields, versionFields } from './content-of-version'
import type { DraftContent } from './draft-content'

/** What an article's current version says, whatever its draft does, and its number as the desk counts; null where there is none. */
export async function currentContent(
  tx: Pick<Transaction, 'article'>,
  articleId: number,
): Promise<{ number: number; content: DraftContent } | null> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { ...placeFields, currentVersion: { select: { ...versionFields, number: true } } },
  })
  const version = article?.currentVersion
  return version ? { number: version.number, content: contentOf(version, article) } : null
}
