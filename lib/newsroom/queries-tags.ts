import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'

export type TagFile = {
  id: number
  slug: string
  name: string
  /** How many articles that anyone may read are under it. */
  articles: number
  mergedInto: string | null
}

/** Tags by their addresses, those after `after`, whose name or address has the words in it. */
export async function listTagFiles(
  _editor: Moderator,
  { words = '', take, after = '' }: { words?: string; take: number; after?: string },
): Promise<TagFile[]> {
  return db().$queryRaw<TagFile[]>`
    select t.id, t.slug, t.name, into_.name as "mergedInto",
           (select count(*) from "ArticleTag" l where l."tagId" = t.id)::int as articles
    from "Tag" t left join "Tag" into_ on into_.id = t."mergedIntoId"
    where t.slug > ${after}
      and (strpos(lower(t.name), lower(${words})) > 0 or strpos(t.slug, coalesce(nullif(tag_slug(${words}), ''), '/')) > 0)
    order by t.slug limit ${take}`
}
