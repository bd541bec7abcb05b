import { articlePath } from '@/lib/articles/slug'
import { db } from '@/lib/db'

export type MeasuredArticle = { id: number; path: string; comments: number }

/** The published article of the demonstration, with a picture, whose conversation is nearest to so many comments. */
export async function articleWithComments(wanted: number): Promise<MeasuredArticle> {
  const rows = await db().article.findMany({
    where: { state: 'published', currentVersion: { pictureId: { not: null } } },
    orderBy: { id: 'asc' },
    select: { id: true, slug: true, publicCommentCount: true },
  })
  const [best] = rows.toSorted(
    (a, b) => Math.abs(a.publicCommentCount - wanted) - Math.abs(b.publicCommentCount - wanted),
  )
  if (!best) throw new Error('there is no published article')
  return { id: best.id, path: articlePath(best), comments: best.publicCommentCount }
}
