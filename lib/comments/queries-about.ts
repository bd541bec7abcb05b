import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Cursor } from './cursor'
import { type PublicComment, selectComments } from './queries'

export const aboutPerPage = 20
// Past this many a number says only that there are many.
const mostCounted = 2_000

/** How many public comments there are on each paragraph of an article, by its number from nought. */
export async function countAbout(articleId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db().$queryRaw<{ paragraph: number; count: number }[]>`
    select paragraph, count(*)::int as count from (
      select a.paragraph from "Anchor" a join "PublicComment" c on c.id = a."commentId"
      where a."articleId" = ${articleId} and a.paragraph is not null and not c.gone limit ${mostCounted}) shown
    group by paragraph`
  return new Map(rows.map(({ paragraph, count }) => [paragraph, count]))
}

/** Public comments on one paragraph, newest first. */
export async function listAbout(
  articleId: number,
  paragraph: number,
  after: Cursor | null,
): Promise<{ comments: PublicComment[]; next: Cursor | null }> {
  const beyond = after
    ? Prisma.sql`(c."createdAt", c.id) < (${after.at}::timestamptz, ${after.id})`
    : Prisma.sql`true`
  const found = await selectComments(Prisma.sql`
    select c.*, 0 as "orderedBy" from "Anchor" a join "PublicComment" c on c.id = a."commentId"
    where a."articleId" = ${articleId} and a.paragraph = ${paragraph} and not c.gone and ${beyond}
    order by c."createdAt" desc, c.id desc limit ${aboutPerPage + 1}`)
  const comments = found.slice(0, aboutPerPage)
  const last = comments.at(-1)
  return { comments, next: found.length > aboutPerPage && last ? { at: last.createdAt, id: last.id } : null }
}
