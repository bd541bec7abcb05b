import { tellTalk } from '@/lib/comments/counters'
import { mostPinned } from '@/lib/comments/first-page'
import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { topics } from '@/lib/topics'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

export const marks = ['pick', 'pin'] as const

/** What the newsroom thinks of a comment: worth everybody's while, or first of all. */
export type Mark = (typeof marks)[number]
export type Marked = { commentId: number; mark: Mark; on: boolean }
export type MarkRefusal = PermissionRefusal | { error: 'no-comment' | 'an-answer' | 'too-many-pinned' }

const markActions = {
  pick: { on: 'picked', off: 'pick-removed' },
  pin: { on: 'pinned', off: 'pin-removed' },
} as const

/**
 * Picks or pins a public comment, or takes that back. It is set, not toggled: doing it again changes nothing and keeps
 * the time of the first. Only comments that answer none can be pinned, three under one article; a pinned comment that
 * left the public does not stand in the way of another.
 */
export async function markComment(
  moderator: Moderator,
  input: Marked,
  now: Date,
): Promise<Outcome<Marked, MarkRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'mark', { commentId: input.commentId }, now)
    if (no) return no
    const comment = await lockWithPinned(tx, input)
    // A mark can be taken off what is no longer public.
    if (!comment || (input.on && !comment.isPublic)) return refused({ error: 'no-comment' })
    const { id, articleId } = comment
    if (((input.mark === 'pick' ? comment.pickedAt : comment.pinnedAt) !== null) === input.on)
      return done(input)
    if (input.mark === 'pin' && input.on) {
      if (comment.parentId !== null) return refused({ error: 'an-answer' })
      if (!(await hasRoomForPin(tx, articleId))) return refused({ error: 'too-many-pinned' })
    }
    const at = input.on ? now : null
    await tx.comment.update({
      where: { id },
      data: input.mark === 'pick' ? { pickedAt: at } : { pinnedAt: at },
      select: { id: true },
    })
    await recordAction(
      tx,
      { kind: markActions[input.mark][input.on ? 'on' : 'off'], actorId: moderator.id, commentId: id },
      now,
    )
    if (comment.isPublic) await tellTalk(tx, [topics.talk(articleId)], 'counted', id)
    return done(input)
  })
}

/** Takes the comment's row and, for a pin, those of the pinned that are not public any more, in the order of their ids. */
async function lockWithPinned(tx: Transaction, { commentId, mark, on }: Marked) {
  const place = await tx.comment.findUnique({ where: { id: commentId }, select: { articleId: true } })
  if (!place) return null
  const alsoLeft = mark === 'pin' && on
  await tx.$executeRaw`
    select 1 from "Comment"
    where id = ${commentId} or (${alsoLeft} and "articleId" = ${place.articleId} and "pinnedAt" is not null)
    order by id for no key update`
  if (alsoLeft) {
    await tx.$executeRaw`select 1 from "Article" where id = ${place.articleId} for no key update`
    await tx.comment.updateMany({
      where: { articleId: place.articleId, pinnedAt: { not: null }, publicRevisionId: null },
      data: { pinnedAt: null },
    })
  }
  const comment = await tx.comment.findUnique({
    where: { id: commentId },
    select: {
      id: true,
      articleId: true,
      parentId: true,
      pickedAt: true,
      pinnedAt: true,
      publicRevisionId: true,
      article: { select: { state: true } },
    },
  })
  if (!comment) return null
  return {
    ...comment,
    isPublic: comment.publicRevisionId !== null && comment.article.state === 'published',
  }
}

/** Called under the lock of the article's row, so that two who pin at once are counted in turn. */
async function hasRoomForPin(tx: Transaction, articleId: number): Promise<boolean> {
  return (await tx.comment.count({ where: { articleId, pinnedAt: { not: null } } })) < mostPinned
}
