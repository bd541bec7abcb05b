import { db } from '@/lib/db'

/** What an article's card says, while anyone may read it. */
export async function findCard(
  articleId: number,
): Promise<{ headline: string; section: string; language: string | null } | undefined> {
  const [found] = await db().$queryRaw<{ headline: string; section: string; language: string | null }[]>`
    select v.headline, s.name as section, v.language
    from "PublicArticle" p
    join "ArticleVersion" v on v.id = p."currentVersionId" join "Section" s on s.id = p."sectionId"
    where p.id = ${articleId}`
  return found
}
