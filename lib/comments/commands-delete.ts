import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Viewer } from '@/lib/readers/viewer'
import type { CommentState } from '@/prisma/generated/enums'
import { lockAuthor } from './author'
import { lockWithAncestors, moveCounters } from './counters'

/** The words, or the name over them alone. */
export type WhatGoes = 'comment' | 'name'
export type Taken = { id: number; articleId: number; state: CommentState; anonymous: boolean }
export type DeleteRefusal = { error: 'signed-out' | 'no-comment' }

/**
 * Takes one's own comment back, or one's name off it: at any time, also from a closed conversation, also with a ban.
 * Answers to it stay; where there are any an empty place does, too. Its wordings are kept for moderators. Doing it twice
 * changes nothing more; what is deleted has no name left to take off.
 */
export async function deleteComment(
  viewer: Viewer | null,
  input: { commentId: number; what: WhatGoes },
  now: Date,
): Promise<Outcome<Taken, DeleteRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  return inTransaction(async (tx) => {
    if (!(await lockAuthor(tx, viewer.id, now))) return refused({ error: 'signed-out' })
    const comment = await lockOwn(tx, input.commentId, viewer.id)
    if (!comment) return refused({ error: 'no-comment' })
    const { id, articleId, state } = comment
    const isAnonymous = comment.anonymousAt !== null
    if (state === 'deleted' || (input.what === 'name' && isAnonymous))
      return done({ id, articleId, state, anonymous: isAnonymous })
    const before = {
      state,
      isPublic: comment.publicRevisionId !== null,
      approved: comment.approvedById !== null,
    }
    if (input.what === 'name') {
      await tx.comment.update({ where: { id }, data: { anonymousAt: now }, select: { id: true } })
      await moveCounters(tx, comment, before, before)
      return done({ id, articleId, state, anonymous: true })
    }
    await writeDeletion(tx, comment, viewer.id, now)
    await moveCounters(tx, comment, before, { state: 'deleted', isPublic: false, approved: false })
    return done({ id, articleId, state: 'deleted', anonymous: isAnonymous })
  })
}

async function writeDeletion(
  tx: Transaction,
  { id, state, currentRevisionId }: { id: number; state: CommentState; currentRevisionId: number },
  authorId: number,
  now: Date,
): Promise<void> {
  const last = await tx.decision.findFirstOrThrow({
    where: { commentId: id },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  await tx.decision.create({
    data: {
      commentId: id,
      revisionId: currentRevisionId,
      number: last.number + 1,
      actorId: authorId,
      fromState: state,
      toState: 'deleted',
      rule: 'deleted-by-author',
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.comment.update({
    where: { id },
    data: { state: 'deleted', publicRevisionId: null, approvedById: null },
    select: { id: true },
  })
}

/** The comment's row after its ancestors'; null when it is not the author's. */
async function lockOwn(tx: Transaction, id: number, authorId: number) {
  const place = await tx.comment.findFirst({ where: { id, authorId }, select: { ancestorIds: true } })
  if (!place) return null
  await lockWithAncestors(tx, id, place.ancestorIds)
  return tx.comment.findUnique({
    where: { id },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      ancestorIds: true,
      state: true,
      anonymousAt: true,
      approvedById: true,
      currentRevisionId: true,
      publicRevisionId: true,
    },
  })
}
