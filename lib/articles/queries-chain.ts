import { db } from '@/lib/db'
import type { Written } from './written'

/** A story that another went on from, or that goes on from it. */
export type ChainLink = { id: number; slug: string; headline: string; publishedAt: Date } & Written

// Both ways: a story that went on for longer is followed from one of its articles to the next.
const farthest = 10
const mostLinks = 20

/**
 * The stories that an article goes on from and those that go on from it, itself among them, oldest first; none where it
 * stands alone. Only what anyone may read: what is not public is left out, and what hangs on it is not.
 */
export async function listChain(articleId: number): Promise<ChainLink[]> {
  const links = await db().$queryRaw<ChainLink[]>`
    with recursive back as (
      select id, "previousId", 0 as steps from "Article" where id = ${articleId}
      union all
      select a.id, a."previousId", b.steps + 1 from back b join "Article" a on a.id = b."previousId"
      where b.steps < ${farthest}::int
    ), forth as (
      select ${articleId}::int as id, 0 as steps
      union all
      select a.id, f.steps + 1 from forth f join "Article" a on a."previousId" = f.id where f.steps < ${farthest}::int
    )
    select p.id, p.slug, v.headline, v.language, v.direction::text, p."publishedAt"
    from "PublicArticle" p join "ArticleVersion" v on v.id = p."currentVersionId"
    where p.id in (select id from back union select id from forth)
    order by p."publishedAt" desc, p.id desc limit ${mostLinks}`
  return links.length > 1 ? links.reverse() : []
}
