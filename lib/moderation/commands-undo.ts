import { moveCounters } from '@/lib/comments/counters'
import { tellMentioned } from '@/lib/comments/tell-mentioned'
import { inTransaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { type Decided, type DecisionRefusal, lockForDecision } from './commands'
import { putInHand } from './commands-claim'
import { denied } from './commands-permission'
import { usualReason } from './reasons'
import { replay } from './replay'
import { reopenReports } from './settle-reports'
import { isUndoable } from './undoable'

/**
 * Takes back the last decision about a comment: a decision of its own, after which the comment stands as before the
 * one that is undone. `seen` is the number of the decision to take back: when something was decided or written since,
 * nothing happens. Doing it twice changes nothing and succeeds.
 */
export async function undoDecision(
  moderator: Moderator,
  input: { commentId: number; seen: number },
  now: Date,
): Promise<Outcome<Decided, DecisionRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'undo', { commentId: input.commentId }, now)
    if (no) return no
    const comment = await lockForDecision(tx, input.commentId)
    if (!comment) return refused({ error: 'no-comment' })
    const decisions = await tx.decision.findMany({
      where: { commentId: comment.id },
      orderBy: { number: 'asc' },
      select: {
        id: true,
        number: true,
        revisionId: true,
        actorId: true,
        fromState: true,
        toState: true,
        rule: true,
        undoesId: true,
        reason: true,
        createdAt: true,
        actor: { select: { name: true } },
      },
    })
    const last = decisions.at(-1)
    if (!last) throw new Error(`comment ${comment.id} has no decision`)
    const { id: commentId, articleId, state } = comment
    const isUndone = last.rule === 'undone' && last.actorId === moderator.id && last.number === input.seen + 1
    if (isUndone) return done({ commentId, articleId, state, rule: last.rule })
    if (last.number !== input.seen && last.actorId === null) return refused({ error: 'edited-meanwhile' })
    if (last.number !== input.seen)
      return refused({
        error: 'decided-meanwhile',
        last: { toState: last.toState, rule: last.rule, by: last.actor?.name ?? null, at: last.createdAt },
      })
    if (!isUndoable({ rule: last.rule, isOwn: last.actorId === moderator.id }))
      return refused({ error: 'nothing-to-decide' })
    const before = replay(decisions.slice(0, -1))
    await tx.decision.create({
      data: {
        commentId,
        revisionId: last.revisionId,
        number: last.number + 1,
        actorId: moderator.id,
        fromState: state,
        toState: before.state,
        rule: 'undone',
        // It is refused again for the reason it was refused for.
        reason: before.state === 'rejected' ? (reasonOf(decisions.slice(0, -1)) ?? usualReason) : null,
        undoesId: last.id,
        createdAt: now,
      },
      select: { id: true },
    })
    await reopenReports(tx, { commentId, decisionId: last.id })
    await tx.comment.update({ where: { id: commentId }, data: before, select: { id: true } })
    await putInHand(tx, moderator, [commentId], now)
    if (before.publicRevisionId !== null) await tellMentioned(tx, [commentId], now)
    await leaveInOutbox(tx, {
      kind: 'comment-decided',
      payload: { commentId, decisionNumber: last.number + 1 },
    })
    await moveCounters(
      tx,
      comment,
      { state, isPublic: comment.publicRevisionId !== null, approved: comment.approvedById !== null },
      {
        state: before.state,
        isPublic: before.publicRevisionId !== null,
        approved: before.approvedById !== null,
      },
    )
    return done({ commentId, articleId, state: before.state, rule: 'undone' })
  })
}

/** Why a comment was refused that is refused after these decisions. */
export function reasonOf(decisions: readonly { toState: string; reason: string | null }[]): string | null {
  return decisions.findLast(({ toState }) => toState === 'rejected')?.reason ?? null
}
