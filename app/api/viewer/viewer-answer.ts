import type { OwnInArticle } from '@/lib/comments/queries-own-in-article'
import type { Rendered } from '@/lib/comments/rendered'
import { isModerator, type Viewer } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { dayAndTime } from '@/lib/site-time'

/** What the browser's script learns of the one who reads. Instants are ISO texts, counted by the server's clock `now`. */
export type ViewerAnswer = {
  now: string
  reader: { name: string; role: Viewer['role']; hasDesk: boolean } | null
  /** `muted` are the handles of those the reader would rather not read; `visitedAt` is when they last read it. */
  article: { comments: OwnCommentAnswer[]; votes: number[]; muted: string[]; visitedAt: string | null } | null
}

export type OwnCommentAnswer = Pick<OwnInArticle, 'id' | 'parentId' | 'state' | 'isPublic' | 'source'> & {
  text: Rendered
  createdAt: string
  /** The same as the site prints it, in its own zone. */
  printedAt: string
  editableUntil: string | null
}

/** The answer for a reader; `own` is theirs under the article that was asked about, if one was. */
export function viewerAnswer(
  viewer: Viewer | null,
  own: { comments: OwnInArticle[]; votes: number[]; muted: string[]; visitedAt: Date | null } | null,
  now: Date,
): ViewerAnswer {
  return {
    now: now.toISOString(),
    reader: viewer && { name: viewer.name, role: viewer.role, hasDesk: isModerator(viewer) },
    article: own && {
      comments: own.comments.map(ownCommentAnswer),
      votes: own.votes,
      muted: own.muted,
      visitedAt: own.visitedAt?.toISOString() ?? null,
    },
  }
}

function ownCommentAnswer(comment: OwnInArticle): OwnCommentAnswer {
  const { id, parentId, state, isPublic, source, text, createdAt, editableUntil } = comment
  return {
    id,
    parentId,
    state,
    isPublic,
    source,
    text,
    createdAt: createdAt.toISOString(),
    printedAt: dayAndTime(createdAt, site()),
    editableUntil: editableUntil?.toISOString() ?? null,
  }
}
