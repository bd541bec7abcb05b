import type { Prisma } from '@/prisma/generated/client'

/**
 * The articles that anyone may read. The one condition for every channel that asks through Prisma; SQL asks the view
 * "PublicArticle", which says the same. Embargoed, scheduled, withdrawn and blocked articles are in neither.
 */
export const isPublic = { state: 'published' } as const satisfies Prisma.ArticleWhereInput
