import type { Prisma } from '@/prisma/generated/client'
import { selectWritten, type Written } from './written'

/**
 * The articles that anyone may read. The one condition for every channel that asks through Prisma; SQL asks the view
 * "PublicArticle", which says the same. Embargoed, scheduled, withdrawn and blocked articles are in neither.
 */
export const isPublic = { state: 'published' } as const satisfies Prisma.ArticleWhereInput

/** What `shownOf` asks of an article. */
export const selectShown = {
  ...{ state: true, slug: true },
  currentVersion: { select: { headline: true, ...selectWritten } },
} as const satisfies Prisma.ArticleSelect

/** What readers may be told of an article that something of their own is about. */
export type ShownArticle = { slug: string; headline: string } & Written

/**
 * The same of an article whatever its state; null where it is not public. What it says then is the desk's: it may have
 * been rewritten since readers last saw it, and what they saw may be what must not be said.
 */
export function shownOf(
  article: Prisma.ArticleGetPayload<{ select: typeof selectShown }>,
): ShownArticle | null {
  if (article.state !== isPublic.state || !article.currentVersion) return null
  return { slug: article.slug, ...article.currentVersion }
}
