import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { rootsPerPage } from './first-page'
import { isByRank, type PageCursor } from './page-cursor'
import { type PublicComment, selectComments } from './queries'
import { readFirstPage } from './queries-first-page'
import { listFirstAnswers, listMarked } from './queries-marked'
import type { Sort } from './sorts'
import { grow, holds, type Thread } from './thread'

export type ConversationPage = {
  threads: Thread[]
  next: PageCursor | null
  /** What the newsroom wrote or picked elsewhere in the conversation; on first pages only. */
  marked: PublicComment[]
}

/**
 * A page of a conversation: roots in the asked order, with their first answers each. Pages by rank go by the ranks as
 * they were at the first page, `now`, so that votes meanwhile neither repeat a comment nor hide one.
 */
export async function listConversation(
  articleId: number,
  { sort, after }: { sort: Sort; after: PageCursor | null },
  now: Date,
): Promise<ConversationPage> {
  const [{ threads, next }, marked] = await Promise.all([
    threadsInOrder(articleId, sort, after, now),
    after === null ? listMarked(articleId) : [],
  ])
  return {
    threads,
    next,
    marked: marked.filter(({ id }) => !threads.some((thread) => holds(thread, id))).slice(0, mostMarked),
  }
}

const mostMarked = 4

async function threadsInOrder(articleId: number, sort: Sort, after: PageCursor | null, now: Date) {
  const { roots, next } =
    sort === 'best' && after === null
      ? await bestRoots(articleId, now)
      : await rootsInOrder(articleId, sort, after ?? atFirst(now))
  return { threads: grow(roots, await listFirstAnswers(roots)), next }
}

/** The cursor of the page that begins with the thread of a comment; null when that is not public under this article. */
export async function cursorAround(
  articleId: number,
  commentId: number,
  sort: Sort,
  now: Date,
): Promise<PageCursor | null> {
  const [root] = await selectComments(Prisma.sql`
    select r.*, ${orderedBy(sort)} as "orderedBy"
    from "PublicComment" c join "PublicComment" r on r.id = coalesce(c."rootId", c.id)
    where c.id = ${commentId} and c."articleId" = ${articleId}`)
  if (!root) return null
  // The first id beyond it, in the order's direction.
  return { value: root.orderedBy, id: sort === 'oldest' ? root.id - 1 : root.id + 1, asOf: now, shown: [] }
}

function atFirst(now: Date): PageCursor & { isFirst: true } {
  return { value: Number.POSITIVE_INFINITY, id: 0, asOf: now, shown: [], isFirst: true }
}

type Roots = { roots: PublicComment[]; next: PageCursor | null }

async function bestRoots(articleId: number, now: Date): Promise<Roots> {
  const { best, page, outOfTurn, taken } = await readFirstPage(articleId, selectComments)
  const last = best[taken - 1]
  const goesOn = best.slice(taken).some(({ id }) => !outOfTurn.includes(id))
  return {
    roots: page,
    next: goesOn && last ? { value: last.orderedBy, id: last.id, asOf: now, shown: outOfTurn } : null,
  }
}

async function rootsInOrder(articleId: number, sort: Sort, cursor: PageCursor): Promise<Roots> {
  const rows = await selectComments(
    isByRank(sort) ? byRank(articleId, sort, cursor) : byColumn(articleId, sort, cursor),
  )
  const roots = rows.slice(0, rootsPerPage)
  const last = roots.at(-1)
  return {
    roots,
    next: rows.length > rootsPerPage && last ? { ...cursor, value: last.orderedBy, id: last.id } : null,
  }
}

function byColumn(
  articleId: number,
  sort: 'newest' | 'oldest' | 'discussed',
  { value, id }: PageCursor,
): Prisma.Sql {
  const isFirst = value === Number.POSITIVE_INFINITY
  const [key, beyond, direction] = {
    newest: [
      Prisma.sql`r."createdAt"`,
      Prisma.sql`(r."createdAt", r.id) < (${instant(value)}::timestamptz, ${id})`,
      Prisma.sql`desc`,
    ],
    oldest: [
      Prisma.sql`r."createdAt"`,
      Prisma.sql`(r."createdAt", r.id) > (${instant(value)}::timestamptz, ${id})`,
      Prisma.sql`asc`,
    ],
    discussed: [
      Prisma.sql`r."publicDescendantCount"`,
      Prisma.sql`(r."publicDescendantCount", r.id) < (${isFirst ? 0 : value}::int, ${id})`,
      Prisma.sql`desc`,
    ],
  }[sort]
  return Prisma.sql`
    select r.*, ${orderedBy(sort)} as "orderedBy" from "PublicComment" r
    where r."articleId" = ${articleId} and r."parentId" is null and ${isFirst ? Prisma.sql`true` : beyond}
    order by ${key} ${direction}, r.id ${direction} limit ${rootsPerPage + 1}`
}

/**
 * Ranks as they were at `asOf`: those that have stood since, and the past ones of those that moved. What was written
 * later had none then. Both halves are read in their index's order, one page of each.
 */
function byRank(
  articleId: number,
  sort: 'best' | 'other',
  { value, id, asOf, shown }: PageCursor,
): Prisma.Sql {
  const [rank, since] =
    sort === 'best'
      ? [Prisma.sql`r.rank`, Prisma.sql`r."rankedAt"`]
      : [Prisma.sql`r."otherRank"`, Prisma.sql`r."otherRankedAt"`]
  const isFirst = value === Number.POSITIVE_INFINITY
  const now = Prisma.sql`
    select r.*, ${rank} as "orderedBy" from "PublicComment" r
    where r."articleId" = ${articleId} and r."parentId" is null
      and ${isFirst ? Prisma.sql`true` : Prisma.sql`${since} <= ${asOf}::timestamptz and (${rank}, r.id) < (${value}, ${id}) and r.id <> all(${shown}::int[])`}
    order by ${rank} desc, r.id desc limit ${rootsPerPage + 1}`
  if (isFirst) return now
  return Prisma.sql`
    select * from (
      (${now})
      union all
      (select r.*, past.rank as "orderedBy"
       from "PastRank" past join "PublicComment" r on r.id = past."commentId"
       where past."articleId" = ${articleId} and past.sort = ${sort} and (past.rank, past."commentId") < (${value}, ${id})
         and past.since <= ${asOf}::timestamptz and past.until > ${asOf}::timestamptz
         and r.id <> all(${shown}::int[])
       order by past.rank desc, past."commentId" desc limit ${rootsPerPage + 1})
    ) as ranked
    order by "orderedBy" desc, id desc limit ${rootsPerPage + 1}`
}

function orderedBy(sort: Sort): Prisma.Sql {
  switch (sort) {
    case 'best':
      return Prisma.sql`r.rank`
    case 'other':
      return Prisma.sql`r."otherRank"`
    case 'discussed':
      return Prisma.sql`r."publicDescendantCount"`
    default:
      return Prisma.sql`extract(epoch from r."createdAt") * 1000`
  }
}

function instant(value: number): Date {
  return new Date(Number.isFinite(value) ? value : 0)
}
