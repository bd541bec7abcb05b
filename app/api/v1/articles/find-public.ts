import { findArticle, type PublicArticle } from '@/lib/articles/queries'
import { publicId } from '@/lib/public-id'
import { type Answer, unsaid } from '../answer'

/** The article of an address, or why there is none. */
export async function findPublic(text: string): Promise<{ article: PublicArticle } | Answer> {
  const id = publicId(text)
  const found = id === null ? null : await findArticle(id)
  if (!found) return unsaid(404, 'No article was ever published under this News ID.')
  if (found.state === 'published') return { article: found.article }
  if (found.state === 'blocked') return unsaid(451, 'This article is blocked for legal reasons.')
  return unsaid(410, 'This article has been withdrawn.')
}
