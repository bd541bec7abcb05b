import { type PlaceRow, readPlace, saidAbout } from '@/lib/articles/queries-talk-mode'
import { modeOf } from '@/lib/articles/talk-mode'
import { db } from '@/lib/db'
import type { CommentState } from '@/prisma/generated/enums'
import { editableUntil } from './edit-window'
import { type Rendered, readRendered } from './rendered'

/** Its author may meet it again for a day: as long as a text is kept through signing in (pending.ts). */
const hoursShown = 24
const mostComments = 50
const mostVotes = 500

/** One's own comment under an article, as its author may see it there. */
export type OwnInArticle = {
  id: number
  parentId: number | null
  state: CommentState
  /** Whether readers see it, with this wording or one from before. */
  isPublic: boolean
  source: string
  text: Rendered
  createdAt: Date
  /** Until when it may be edited; null once it may not. */
  editableUntil: Date | null
}

/**
 * What one reader has done under a published article: their comments that wait for review, however old, and all of
 * their last day, newest first; and the comments they voted for. Nothing of anybody else, and nothing under an
 * article that is not published.
 */
export async function findOwnInArticle(
  viewer: { id: number; banned: boolean },
  articleId: number,
  now: Date,
): Promise<{ comments: OwnInArticle[]; votes: number[] }> {
  const since = new Date(now.getTime() - hoursShown * 3_600_000)
  const [rows, votes] = await Promise.all([
    db().$queryRaw<(Omit<OwnInArticle, 'editableUntil' | 'text'> & { place: PlaceRow; rendered: unknown })[]>`
      select c.id, c."parentId", c.state::text as state, c."publicRevisionId" is not null as "isPublic", r.source, r.rendered,
             c."createdAt", ${saidAbout} as place
      from (
        (select id from "Comment"
         where "authorId" = ${viewer.id} and "articleId" = ${articleId} and state = 'held'
         order by "createdAt" desc, id desc limit ${mostComments})
        union
        (select id from "Comment"
         where "authorId" = ${viewer.id} and "articleId" = ${articleId} and "createdAt" > ${since}::timestamptz
         order by "createdAt" desc, id desc limit ${mostComments})) own
      join "Comment" c on c.id = own.id
      join "Revision" r on r.id = c."currentRevisionId"
      join "Article" a on a.id = c."articleId"
      where a.state = 'published'
      order by c."createdAt" desc, c.id desc limit ${mostComments}`,
    db().$queryRaw<{ id: number }[]>`
      select v."commentId" as id
      from "Vote" v join "PublicComment" c on c.id = v."commentId"
      where v."readerId" = ${viewer.id} and c."articleId" = ${articleId} and not c.gone
      order by id desc limit ${mostVotes}`,
  ])
  return {
    comments: rows.map(({ place, rendered, ...row }) => {
      const until = editableUntil(row.createdAt)
      const isOpen = modeOf(readPlace(place), now).mode !== 'closed'
      const mayEdit = isOpen && !viewer.banned && (row.state === 'held' || row.state === 'published')
      return { ...row, text: readRendered(rendered), editableUntil: mayEdit && now <= until ? until : null }
    }),
    votes: votes.map(({ id }) => id),
  }
}
