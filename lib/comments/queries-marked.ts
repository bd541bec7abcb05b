import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type PublicComment, selectComments, selectIds } from './queries'

/** Answers that are shown under a root, on a page with others. */
export const repliesPerRoot = 3

const markedRead = 12

/**
 * The first answers under each root: what guests of the article wrote, what the newsroom wrote or picked, then the
 * oldest. Whoever took their name off is nobody's guest and no newsroom. An answer that stands in no public place any more
 * but has answers itself counts as one.
 */
export async function listFirstAnswers(roots: readonly PublicComment[]): Promise<PublicComment[]> {
  const ids = roots.filter((root) => root.answers > 0).map((root) => root.id)
  return ids.length === 0 ? [] : selectComments(firstAnswers(ids))
}

/** Whether a comment is among the answers that are shown under its root. */
export async function isFirstAnswer(id: number, rootId: number): Promise<boolean> {
  return (await selectIds(firstAnswers([rootId]))).some((answer) => answer.id === id)
}

function firstAnswers(rootIds: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    select p.*, 0 as "orderedBy"
    from unnest(${rootIds}::int[]) with ordinality as root(id, place)
    cross join lateral (
      select id, max(marked) as marked, "createdAt" from (
        (select a.id, 2 as marked, a."createdAt" from "Guest" g join "Comment" a on a."rootId" = root.id and a."authorId" = g."readerId"
         where g."articleId" = a."articleId" and a."publicRevisionId" is not null and a."anonymousAt" is null
         order by a."createdAt", a.id limit ${repliesPerRoot})
        union all
        (select m.id, 1, m."createdAt" from "Comment" m
         where m."rootId" = root.id and (m."byStaff" or m."pickedAt" is not null) and m."publicRevisionId" is not null
           and (m."anonymousAt" is null or m."pickedAt" is not null)
         order by m."createdAt", m.id limit ${repliesPerRoot})
        union all
        (select o.id, 0, o."createdAt" from "Comment" o
         where o."rootId" = root.id and (o."publicRevisionId" is not null or o."publicDescendantCount" > 0)
         order by o."createdAt", o.id limit ${repliesPerRoot})
      ) as either group by id, "createdAt" order by marked desc, "createdAt", id limit ${repliesPerRoot}) as shown
    join "PublicComment" p on p.id = shown.id
    order by root.place, shown.marked desc, shown."createdAt", shown.id`
}

/** The newest of what the newsroom wrote under its names or picked in a conversation, wherever it stands. */
export function listMarked(articleId: number): Promise<PublicComment[]> {
  return selectComments(Prisma.sql`
    select p.*, 0 as "orderedBy"
    from (select id from "Comment"
          where "articleId" = ${articleId} and ("byStaff" or "pickedAt" is not null) and "publicRevisionId" is not null
            and ("anonymousAt" is null or "pickedAt" is not null)
          order by "createdAt" desc, id desc limit ${markedRead}) as marked
    join "PublicComment" p on p.id = marked.id
    order by p."createdAt" desc, p.id desc`)
}
