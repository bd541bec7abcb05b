import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { firstPage, mostPinned, placesForUnseen, rootsPerPage, seenBefore } from './first-page'

/** What lists of roots are read by: whole, or their ids alone. */
type Select<C> = (from: Prisma.Sql) => Promise<C[]>

/** The roots of an article's own page in their order, and the best by rank that it chose from. */
export async function readFirstPage<C extends { id: number }>(articleId: number, select: Select<C>) {
  const [pinned, byRank, unseen] = await Promise.all([
    select(pinnedRoots(articleId)),
    select(bestByRank(articleId)),
    select(unseenRoots(articleId)),
  ])
  const best = byRank.filter(({ id }) => !pinned.some((each) => each.id === id))
  return { best, ...firstPage({ pinned, best, unseen }) }
}

function pinnedRoots(articleId: number): Prisma.Sql {
  return Prisma.sql`
    select r.*, 0 as "orderedBy" from (${pinnedIn(articleId)}) pinned join "PublicComment" r on r.id = pinned.id`
}

/** As many more as pins and places may hold back, and one that says whether there is more. */
function bestByRank(articleId: number): Prisma.Sql {
  return Prisma.sql`
    select r.*, r.rank as "orderedBy" from "PublicComment" r
    where r."articleId" = ${articleId} and r."parentId" is null
    order by r.rank desc, r.id desc limit ${rootsPerPage + mostPinned + placesForUnseen.length + 1}`
}

/** What few have seen and neither stands first nor is among the best. */
function unseenRoots(articleId: number): Prisma.Sql {
  return Prisma.sql`
    with pinned as materialized (${pinnedIn(articleId)}),
    best as materialized (
      select r.id from "PublicComment" r
      where r."articleId" = ${articleId} and r."parentId" is null and r.id not in (select id from pinned)
      order by r.rank desc, r.id desc limit ${rootsPerPage})
    select r.*, 0 as "orderedBy" from "PublicComment" r
    where r."articleId" = ${articleId} and r."parentId" is null and not r.gone and r."seenCount" < ${seenBefore}
      and r.id not in (select id from pinned union all select id from best)
    order by r."seenCount", r.id desc limit ${placesForUnseen.length}`
}

/** Read from the table itself: the view hides what is pinned behind a rule that no index knows. */
function pinnedIn(articleId: number): Prisma.Sql {
  return Prisma.sql`
    select id from "Comment"
    where "articleId" = ${articleId} and "pinnedAt" is not null and "publicRevisionId" is not null
    order by "pinnedAt", id limit ${mostPinned}`
}
