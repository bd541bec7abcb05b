import { placeFor } from '@/lib/comments/pending'
import { keepForLater, letGo } from '../../kept-text'
import type { Fields } from '../../read-fields'

/** Keeps what was typed for an article and not taken, so that its page gives it back. */
export async function keepTyped(
  purpose: 'article-move',
  articleId: number,
  fields: Fields,
  editor: { id: number } | null,
): Promise<void> {
  const place = placeFor(purpose, articleId)
  await keepForLater({ ...place, body: JSON.stringify(fields), about: null }, editor, new Date())
}

/** It was taken: what was kept of it before goes. */
export async function letTypedGo(purpose: 'article-move', articleId: number): Promise<void> {
  await letGo(placeFor(purpose, articleId))
}
