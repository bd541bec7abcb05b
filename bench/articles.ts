import { articlePath } from '@/lib/articles/slug'
import { db } from '@/lib/db'

export type MeasuredArticle = { id: number; path: string; comments: number }

/** Of the published articles with a picture, the one whose conversation is the smallest with so many comments. */
export async function articleWithComments(wanted: number): Promise<MeasuredArticle> {
  const rows = await db().article.findMany({
    where: { state: 'published', currentVersion: { pictureId: { not: null } } },
    orderBy: [{ publicCommentCount: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, publicCommentCount: true },
  })
  const [best] = rows.filter(({ publicCommentCount }) => publicCommentCount >= wanted)
  if (!best) throw new Error(`there is no published article with ${wanted} comments`)
  return { id: best.id, path: articlePath(best), comments: best.publicCommentCount }
}
