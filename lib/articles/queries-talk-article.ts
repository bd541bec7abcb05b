import { db } from '@/lib/db'
import type { ConversationMode } from '@/prisma/generated/enums'
import { type PlaceRow, type PublicTalk, publicTalkOf, readPlace, saidAbout } from './queries-talk-mode'
import type { Written } from './written'

/** What the pages of a conversation show of its article. */
export type TalkArticle = {
  id: number
  slug: string
  headline: string
  section: { slug: string }
  commentCount: number
  conversation: 'open' | 'closed'
  mode: ConversationMode
  talk: PublicTalk
} & Written

/** An article that anyone may read, as the pages of its conversation show it: one short question, as they ask it each time. */
export async function findTalkArticle(id: number, now = new Date()): Promise<TalkArticle | null> {
  const [row] = await db().$queryRaw<Row[]>`
    select p.slug, v.headline, v.language, v.direction::text, section.slug as section, p."publicCommentCount", a.mode::text as mode,
           ${saidAbout} as place, a."closedByAgeAt", a."slowSeconds"
    from "PublicArticle" p
    join "Article" a on a.id = p.id
    join "ArticleVersion" v on v.id = p."currentVersionId"
    join "Section" section on section.id = p."sectionId"
    where p.id = ${id}`
  if (!row) return null
  const talk = publicTalkOf({ ...row, place: readPlace(row.place) }, now)
  return {
    id,
    slug: row.slug,
    ...{ headline: row.headline, language: row.language, direction: row.direction },
    section: { slug: row.section },
    commentCount: row.publicCommentCount,
    conversation: talk.mode === 'closed' ? 'closed' : 'open',
    mode: row.mode,
    talk,
  }
}

type Row = Written & {
  slug: string
  headline: string
  section: string
  publicCommentCount: number
  mode: ConversationMode
  place: PlaceRow
  closedByAgeAt: Date | null
  slowSeconds: number | null
}
