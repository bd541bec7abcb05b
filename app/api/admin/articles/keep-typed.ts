import { placeFor, type TextPurpose } from '@/lib/comments/pending'
import { keepForLater, letGo } from '../../kept-text'
import type { Fields } from '../../read-fields'

type Purpose = Extract<TextPurpose, 'article-move' | 'correction'>

/** Keeps what was typed for an article and not taken, so that its page gives it back. */
export async function keepTyped(
  purpose: Purpose,
  articleId: number,
  fields: Fields,
  editor: { id: number } | null,
): Promise<void> {
  const place = placeFor(purpose, articleId)
  await keepForLater({ ...place, body: JSON.stringify(fields), about: null }, editor, new Date())
}

/** It was taken: what was kept of it before goes. */
export async function letTypedGo(purpose: Purpose, articleId: number): Promise<void> {
  await letGo(placeFor(purpose, articleId))
}
