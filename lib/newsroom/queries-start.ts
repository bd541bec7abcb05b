import { db } from '@/lib/db'
import type { Editor } from '@/lib/readers/viewer'

export type Begun = { id: number; headline: string; savedAt: Date; isPublic: boolean }
export type Coming = { id: number; headline: string; at: Date; kind: 'scheduled' | 'embargoed' | 'update' }

/** What an editor was the last to write on and nobody has published, the latest first. */
export async function listBegun(editor: Editor, take: number): Promise<Begun[]> {
  return db().$queryRaw<Begun[]>`
    select d."articleId" as id, l.headline, d."savedAt", l.state = 'published' as "isPublic"
    from "ArticleDraft" d join "ArticleListing" l on l."articleId" = d."articleId"
    where d."savedById" = ${editor.id} order by d."savedAt" desc, d."articleId" desc limit ${take}`
}

/** What goes live by itself, the next first: articles, and updates of articles that are public. */
export async function listComing(_editor: Editor, take: number): Promise<Coming[]> {
  return db().$queryRaw<Coming[]>`
    with coming as (
      (select id, "goesLiveAt" as at, state::text as kind from "Article"
       where state in ('scheduled', 'embargoed') order by "goesLiveAt", id limit ${take})
      union all
      (select "articleId", "goesLiveAt", 'update' from "ScheduledUpdate"
       where problem is null order by "goesLiveAt", "articleId" limit ${take}))
    select c.id, l.headline, c.at, c.kind from coming c join "ArticleListing" l on l."articleId" = c.id
    order by c.at, c.id limit ${take}`
}
