import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Cursor } from './cursor'
import { type PublicComment, selectComments } from './queries'
import { listConversation } from './queries-page'
import { usualSort } from './sorts'
import { holds } from './thread'

export type Place = {
  articleId: number
  slug: string
  rootId: number
  onFirstPage: boolean
  before: Cursor | null
}

/** Where a public comment stands: on the article's own first page, or in its branch. Null when it is not public. */
export async function findPlace(id: number, now: Date): Promise<Place | null> {
  const [comment] = await selectComments(
    Prisma.sql`select p.*, 0 as "orderedBy" from "PublicComment" p where p.id = ${id} and not p.gone`,
  )
  if (!comment) return null
  const { articleId } = comment
  const [{ slug }, first, before] = await Promise.all([
    db().article.findUniqueOrThrow({ where: { id: articleId }, select: { slug: true } }),
    listConversation(articleId, { sort: usualSort, after: null }, now),
    comment.rootId === null ? null : cursorBefore(comment),
  ])
  const onFirstPage = first.threads.some((thread) => holds(thread, id))
  return {
    ...{ articleId, slug, onFirstPage },
    rootId: comment.rootId ?? comment.id,
    before: onFirstPage ? null : before,
  }
}

/** A cursor that opens the branch a little before a comment, so that it stands in its context. */
async function cursorBefore(comment: PublicComment): Promise<Cursor | null> {
  const context = 10
  const [row] = await db().$queryRaw<Cursor[]>`
    select "createdAt" as at, id from "PublicComment"
    where "rootId" = ${comment.rootId} and ("createdAt", id) < (${comment.createdAt}::timestamptz, ${comment.id})
    order by "createdAt" desc, id desc offset ${context} limit 1`
  return row ?? null
}
