import { db } from '@/lib/db'

/** The questions under an article, how many of them a guest has answered, and who the guests are. */
export type Questions = {
  count: number
  answered: number
  guests: { handle: string; name: string; title: string }[]
}

/** Counts what readers asked: every public thread is a question, answered where a guest wrote in it in public. */
export async function countQuestions(articleId: number): Promise<Questions> {
  const [guests, [counted]] = await Promise.all([
    db().guest.findMany({
      where: { articleId },
      orderBy: { readerId: 'asc' },
      select: { title: true, reader: { select: { handle: true, name: true } } },
    }),
    db().$queryRaw<{ count: number; answered: number }[]>`
      select (select count(*)::int from "Comment" c
              where c."articleId" = ${articleId} and c."parentId" is null and c."publicRevisionId" is not null
                and not exists (select 1 from "Guest" g where g."articleId" = c."articleId" and g."readerId" = c."authorId")) as count,
             (select count(distinct root.id)::int
              from "Guest" g
              join "Comment" answer on answer."authorId" = g."readerId" and answer."articleId" = g."articleId"
                and answer."publicRevisionId" is not null and answer."anonymousAt" is null
              join "Comment" root on root.id = answer."rootId" and root."publicRevisionId" is not null
              where g."articleId" = ${articleId}
                and not exists (select 1 from "Guest" host where host."articleId" = g."articleId" and host."readerId" = root."authorId")) as answered`,
  ])
  return {
    count: counted?.count ?? 0,
    answered: counted?.answered ?? 0,
    guests: guests.map(({ title, reader }) => ({ ...reader, title })),
  }
}
