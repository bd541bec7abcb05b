import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { firstPage, mostPinned, placesForUnseen, rootsPerPage, seenBefore } from './first-page'
import { isByRank, type PageCursor } from './page-cursor'
import { type PublicComment, selectComments } from './queries'
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
  const [pinned, byRank, unseen] = await Promise.all([
    selectComments(
      Prisma.sql`select r.*, 0 as "orderedBy" from (${pinnedIn(articleId)}) pinned join "PublicComment" r on r.id = pinned.id`,
    ),
    listBest(articleId),
    listUnseen(articleId),
  ])
  const best = byRank.filter(({ id }) => !pinned.some((each) => each.id === id))
  const { page, outOfTurn, taken } = firstPage({ pinned, best, unseen })
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

/** As many more as pins and places may hold back, and one that says whether there is more. */
function listBest(articleId: number): Promise<(PublicComment & { orderedBy: number })[]> {
  return selectComments(Prisma.sql`
    select r.*, r.rank as "orderedBy" from "PublicComment" r
    where r."articleId" = ${articleId} and r."parentId" is null
    order by r.rank desc, r.id desc limit ${rootsPerPage + mostPinned + placesForUnseen.length + 1}`)
}

/** What few have seen and neither stands first nor is among the best. */
function listUnseen(articleId: number): Promise<PublicComment[]> {
  return selectComments(Prisma.sql`
    with pinned as materialized (${pinnedIn(articleId)}),
    best as materialized (
      select r.id from "PublicComment" r
      where r."articleId" = ${articleId} and r."parentId" is null and r.id not in (select id from pinned)
      order by r.rank desc, r.id desc limit ${rootsPerPage})
    select r.*, 0 as "orderedBy" from "PublicComment" r
    where r."articleId" = ${articleId} and r."parentId" is null and not r.gone and r."seenCount" < ${seenBefore}
      and r.id not in (select id from pinned union all select id from best)
    order by r."seenCount", r.id desc limit ${placesForUnseen.length}`)
}

/** Read from the table itself: the view hides what is pinned behind a rule that no index knows. */
function pinnedIn(articleId: number): Prisma.Sql {
  return Prisma.sql`
    select id from "Comment"
    where "articleId" = ${articleId} and "pinnedAt" is not null and "publicRevisionId" is not null
    order by "pinnedAt", id limit ${mostPinned}`
}
