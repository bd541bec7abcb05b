import { type ShownArticle, selectShown, shownOf } from '@/lib/articles/public'
import { isTalkOpen } from '@/lib/articles/queries-talk-mode'
import { db } from '@/lib/db'
import type { CommentState } from '@/prisma/generated/enums'
import { excerptOf } from './excerpt'
import { type Rendered, readRendered } from './rendered'

// Ten may be written within the five minutes; more is a guard.
const mostWordings = 50

/** What an author may know of their own comment: its words, where it stands, and why. */
export type Receipt = {
  id: number
  state: CommentState
  isPublic: boolean
  isAnonymous: boolean
  source: string
  text: Rendered
  revisionId: number
  createdAt: Date
  /** `shown` is null while nobody may read it. */
  article: { id: number; shown: ShownArticle | null; isOpen: boolean }
  parentId: number | null
  /** Newest first. */
  wordings: { id: number; number: number; text: Rendered; createdAt: Date; isPublic: boolean }[]
  decisions: {
    id: number
    revisionId: number
    undoesId: number | null
    toState: CommentState
    rule: string
    reason: string | null
    note: string | null
    byPerson: boolean
    createdAt: Date
  }[]
}

/** The receipt of one's own comment; null when it is somebody else's, or nobody's. */
export async function findReceipt(
  viewer: { id: number },
  commentId: number,
  now = new Date(),
): Promise<Receipt | null> {
  const found = await db().comment.findFirst({
    where: { id: commentId, authorId: viewer.id },
    select: {
      id: true,
      state: true,
      createdAt: true,
      parentId: true,
      anonymousAt: true,
      publicRevisionId: true,
      currentRevisionId: true,
      revisions: {
        orderBy: { number: 'desc' },
        take: mostWordings,
        select: { id: true, number: true, rendered: true, createdAt: true },
      },
      currentRevision: { select: { source: true, rendered: true } },
      article: { select: { id: true, ...selectShown } },
      decisions: {
        orderBy: { number: 'asc' },
        select: {
          ...{
            id: true,
            revisionId: true,
            undoesId: true,
            toState: true,
            rule: true,
            reason: true,
            note: true,
          },
          ...{ actorId: true, createdAt: true },
        },
      },
    },
  })
  if (!found) return null
  const { id, state, createdAt, parentId, article } = found
  const shown = shownOf(article)
  return {
    id,
    state,
    createdAt,
    parentId,
    isPublic: found.publicRevisionId !== null && shown !== null,
    isAnonymous: found.anonymousAt !== null,
    wordings: found.revisions.map(({ id, number, rendered, createdAt }) => ({
      id,
      number,
      text: readRendered(rendered),
      createdAt,
      isPublic: id === found.publicRevisionId && shown !== null,
    })),
    source: found.currentRevision.source,
    text: readRendered(found.currentRevision.rendered),
    revisionId: found.currentRevisionId,
    article: {
      id: article.id,
      shown,
      isOpen: shown !== null && (await isTalkOpen(article.id, now)),
    },
    decisions: found.decisions.map(({ actorId, ...decision }) => ({
      ...decision,
      byPerson: actorId !== null,
    })),
  }
}

export type OwnComment = {
  id: number
  state: CommentState
  /** Its first words, without marks. */
  excerpt: string
  createdAt: Date
  /** Null while nobody may read its article. */
  article: ShownArticle | null
}

/** A reader's own comments, newest first. `before` is the id of the last one of the page before. */
export async function listOwnComments(
  viewer: { id: number },
  options: { take: number; before: number | null },
): Promise<OwnComment[]> {
  const rows = await db().comment.findMany({
    where: { authorId: viewer.id, ...(options.before === null ? {} : { id: { lt: options.before } }) },
    orderBy: { id: 'desc' },
    take: options.take,
    select: {
      id: true,
      state: true,
      createdAt: true,
      currentRevision: { select: { rendered: true } },
      article: { select: selectShown },
    },
  })
  return rows.map(({ currentRevision, article, ...row }) => ({
    ...row,
    excerpt: excerptOf(readRendered(currentRevision.rendered)),
    article: shownOf(article),
  }))
}
