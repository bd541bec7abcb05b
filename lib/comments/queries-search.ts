import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Cursor } from './cursor'
import { type PublicComment, selectComments } from './queries'

export const foundPerPage = 20
/** Past this many a number says only that there are more. */
export const mostFoundCounted = 200

// Of the newest so many each is looked at; where that was too few to fill a page, the index of words knows the rest.
const newestRead = 500

export type Found = {
  comments: PublicComment[]
  next: Cursor | null
  /** Counted up to one beyond `mostFoundCounted`, and on first pages only. */
  total: number | null
}

/**
 * Public comments of a conversation in which words stand (as `readSearch` gives them), newest first. What common words
 * find is among the newest, and rare words find little: neither way reads a long conversation whole.
 */
export async function searchConversation(
  articleId: number,
  query: string,
  after: Cursor | null,
): Promise<Found> {
  const { read, ids: among } = await hitsAmongNewest(articleId, query, after)
  const isAll = read < newestRead
  const ids = isAll || among.length > foundPerPage ? among : await hitsInAll(articleId, query, after)
  const comments = await selectComments(Prisma.sql`
    select p.*, 0 as "orderedBy" from "PublicComment" p
    where p.id = any(${ids.slice(0, foundPerPage)}::int[]) and p."articleId" = ${articleId} and not p.gone
    order by p."createdAt" desc, p.id desc`)
  const last = comments.at(-1)
  return {
    comments,
    next: ids.length > foundPerPage && last ? { at: last.createdAt, id: last.id } : null,
    total: after === null ? await totalOf(articleId, query, among.length, isAll) : null,
  }
}

/** Where the newest do not tell it already, the index of words is asked. */
async function totalOf(articleId: number, query: string, among: number, isAll: boolean): Promise<number> {
  if (isAll || among > mostFoundCounted) return Math.min(among, mostFoundCounted + 1)
  return countHits(articleId, query)
}

async function hitsAmongNewest(
  articleId: number,
  query: string,
  after: Cursor | null,
): Promise<{ read: number; ids: number[] }> {
  const [row] = await db().$queryRaw<{ read: number; ids: number[] }[]>`
    with newest as materialized (
      select p.id, p."createdAt" from "PublicComment" p
      where p."articleId" = ${articleId} and not p.gone and ${beyond(after)}
      order by p."createdAt" desc, p.id desc limit ${newestRead})
    select (select count(*)::int from newest) as read,
           array(select n.id from newest n
                 -- The offset keeps the index of words out: it would look through every conversation.
                 cross join lateral (select words from "CommentWords" where "commentId" = n.id offset 0) w
                 where w.words @@ ${asked(query)} order by n."createdAt" desc, n.id desc) as ids`
  return row ?? { read: 0, ids: [] }
}

async function hitsInAll(articleId: number, query: string, after: Cursor | null): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    with hit as materialized (
      select w."commentId" as id from "CommentWords" w
      where w."articleId" = ${articleId} and w.words @@ ${asked(query)})
    select p.id from hit join "PublicComment" p on p.id = hit.id
    where not p.gone and ${beyond(after)}
    order by p."createdAt" desc, p.id desc limit ${foundPerPage + 1}`
  return rows.map(({ id }) => id)
}

async function countHits(articleId: number, query: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    with hit as materialized (
      select w."commentId" as id from "CommentWords" w
      where w."articleId" = ${articleId} and w.words @@ ${asked(query)} limit ${mostFoundCounted + 1})
    select count(*)::int as count from hit join "PublicComment" p on p.id = hit.id where not p.gone`
  return row?.count ?? 0
}

function asked(query: string): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery('simple', ${query})`
}

function beyond(after: Cursor | null): Prisma.Sql {
  return after
    ? Prisma.sql`(p."createdAt", p.id) < (${after.at}::timestamptz, ${after.id})`
    : Prisma.sql`true`
}
