import { db } from '@/lib/db'

/** One conversation that is measured, with places in it that lie all over it. */
export type Subject = {
  articleId: number
  comments: number
  roots: readonly number[]
  answers: readonly { id: number; createdAt: Date }[]
  /** Its longest branch, with answers that lie all over that. */
  branch: { rootId: number; answers: readonly { id: number; createdAt: Date }[] }
  /** A word that many of its comments have, and some that few have. */
  words: { common: string; rare: readonly string[] }
}

const places = 60

export async function subjectOf(articleId: number): Promise<Subject> {
  const [counted, roots, answers, [longest]] = await Promise.all([
    db().article.findUniqueOrThrow({ where: { id: articleId }, select: { publicCommentCount: true } }),
    spread(articleId, null, false),
    spread(articleId, null, true),
    db().$queryRaw<{ id: number }[]>`
      select id from "Comment" where "articleId" = ${articleId} and "parentId" is null order by "publicDescendantCount" desc limit 1`,
  ])
  const rootId = longest?.id ?? 0
  return {
    articleId,
    comments: counted.publicCommentCount,
    roots: roots.map(({ id }) => id),
    answers,
    branch: { rootId, answers: await spread(articleId, rootId, true) },
    words: { common: 'the', rare: await rareWords(articleId) },
  }
}

/** Public comments at even distances, in the order of their ids. */
function spread(
  articleId: number,
  rootId: number | null,
  isAnswer: boolean,
): Promise<{ id: number; createdAt: Date }[]> {
  return db().$queryRaw`
    with numbered as (
      select id, "createdAt", row_number() over (order by id) as place, count(*) over () as total from "Comment"
      where "articleId" = ${articleId} and "publicRevisionId" is not null and ("parentId" is not null) = ${isAnswer}
        and (${rootId}::int is null or "rootId" = ${rootId}::int))
    select id, "createdAt" from numbered where place % greatest(total / ${places}, 1) = 0 order by id limit ${places}`
}

/** Words of a few of its comments, the rarest of each. */
async function rareWords(articleId: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ word: string }[]>`
    with part as (select words from "CommentWords" where "articleId" = ${articleId} limit 2000),
    word as (select lexeme, count(*) as n from part cross join lateral unnest(words) group by lexeme)
    select lexeme as word from word order by n, lexeme limit ${places}`
  return rows.map(({ word }) => word)
}
