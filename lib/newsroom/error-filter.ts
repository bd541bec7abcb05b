import { publicId } from '@/lib/public-id'

/** Which reported errors somebody looks at: of one article, of what they wrote themselves, or all. */
export type ErrorFilter = { articleId?: number; mine?: true }

/** From an address; what is none of it counts for nothing. */
export function readErrorFilter(query: Record<string, unknown>): ErrorFilter {
  const { article, mine } = query
  const articleId = typeof article === 'string' ? publicId(article) : null
  return { ...(articleId === null ? {} : { articleId }), ...(mine === '1' ? { mine: true } : {}) }
}

/** And back. */
export function errorQuery({ articleId, mine }: ErrorFilter): Record<string, string> {
  return {
    ...(articleId === undefined ? {} : { article: String(articleId) }),
    ...(mine ? { mine: '1' } : {}),
  }
}
