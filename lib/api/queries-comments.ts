import type { Cursor } from '@/lib/comments/cursor'
import { selectComments } from '@/lib/comments/queries'
import { commentHtml } from '@/lib/feeds/comment-html'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { CommentForPrograms } from './shapes'

/** What is public under an article, newest first, and where the next page begins. */
export async function listCommentsForPrograms(
  articleId: number,
  after: Cursor | null,
  take: number,
  site: URL,
): Promise<{ comments: CommentForPrograms[]; next: Cursor | null }> {
  const beyond = after
    ? Prisma.sql`(p."createdAt", p.id) < (${after.at}::timestamptz, ${after.id}::int)`
    : Prisma.sql`true`
  const rows = await selectComments(Prisma.sql`
    select p.*, 0 as "orderedBy" from "PublicComment" p
    where p."articleId" = ${articleId} and not p.gone and ${beyond}
    order by p."createdAt" desc, p.id desc limit ${take + 1}`)
  const shown = rows.slice(0, take)
  const last = shown.at(-1)
  return {
    comments: shown.map((comment) => {
      const { id, parentId, depth, author, recommendCount, isPicked, edited } = comment
      const url = new URL(`/comments/${id}`, site).href
      return {
        ...{ id, url, parentId, depth, isPicked, recommendCount, isEdited: edited },
        author: author && {
          name: author.name,
          url: new URL(`/u/${author.handle}`, site).href,
          isStaff: author.isStaff,
        },
        publishedAt: comment.createdAt.toISOString(),
        html: commentHtml(comment.text ?? [], url),
      }
    }),
    next: rows.length > take && last ? { at: last.createdAt, id: last.id } : null,
  }
}
