import { moveCounters } from '@/lib/comments/counters'
import { findHandles } from '@/lib/comments/queries-handles'
import { longestComment, readCommentText } from '@/lib/comments/text'
import { wordingOf } from '@/lib/comments/wording'
import { inTransaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { type Decided, type DecisionRefusal, lockForDecision } from './commands'
import { denied } from './commands-permission'
import { isLiveRule } from './queries-rules'
import type { Reason } from './reasons'
import { withoutPassage } from './redaction'

/** `mark` is what stands in the place of the passage, in the site's language. */
export type RedactionInput = {
  commentId: number
  revisionId: number
  seen: number
  passage: string
  mark: string
  reason: Reason
  note: string | null
}
export type RedactionRefusal = DecisionRefusal | { error: 'no-passage' | 'edit-waits' | 'too-long' }

/**
 * Takes a passage out of a comment's words, wherever it stands in them: a new wording and a decision of its own, after
 * which the comment is as public as before. The wording from before is kept, and shown to nobody but its author and
 * editors. Like every decision it is about the wording that was read, and can be taken back.
 */
export async function redactComment(
  moderator: Moderator,
  input: RedactionInput,
  now: Date,
): Promise<Outcome<Decided, RedactionRefusal>> {
  const { commentId, revisionId } = input
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'redact', { commentId }, now)
    if (no) return no
    const comment = await lockForDecision(tx, commentId)
    const last = comment?.decisions[0]
    if (!comment || !last) return refused({ error: 'no-comment' })
    const { articleId, state, publicRevisionId } = comment
    if (last.number !== input.seen) {
      if (last.actorId === null) return refused({ error: 'edited-meanwhile' })
      return refused({
        error: 'decided-meanwhile',
        last: { toState: last.toState, rule: last.rule, by: last.actor?.name ?? null, at: last.createdAt },
      })
    }
    if (comment.currentRevisionId !== revisionId) return refused({ error: 'edited-meanwhile' })
    if (state !== 'published' && state !== 'held') return refused({ error: 'nothing-to-decide' })
    if (!(await isLiveRule(input.reason, tx))) return refused({ error: 'no-reason' })
    // Readers see another wording than the one that waits, and it may have the passage, too.
    if (state === 'held' && publicRevisionId !== null) return refused({ error: 'edit-waits' })
    const before = await tx.revision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { source: true },
    })
    const taken = withoutPassage(before.source, input.passage, input.mark)
    if (!taken) return refused({ error: 'no-passage' })
    const text = readCommentText(taken.text)
    if (!text.ok || [...taken.text].length > longestComment) return refused({ error: 'too-long' })
    const { source, normalised, fingerprint, tree } = wordingOf(
      text.value,
      await findHandles(text.value.source),
    )
    // What the checks saw goes with it: the desk still reads why it is here.
    const [revision] = await tx.$queryRaw<{ id: number }[]>`
      insert into "Revision" ("commentId", number, source, rendered, normalised, fingerprint, checks, "createdAt")
      select ${commentId}, (select max(number) + 1 from "Revision" where "commentId" = ${commentId}), ${source},
             ${JSON.stringify(tree)}::jsonb, ${normalised}, ${fingerprint}, checks, ${now}::timestamptz
      from "Revision" where id = ${revisionId} returning id`
    if (!revision) throw new Error(`comment ${commentId} has no wording ${revisionId}`)
    const number = last.number + 1
    await tx.decision.create({
      data: {
        ...{ commentId, revisionId: revision.id, number, actorId: moderator.id },
        ...{ fromState: state, toState: state, rule: 'redacted', reason: input.reason, note: input.note },
        createdAt: now,
      },
      select: { id: true },
    })
    await tx.comment.update({
      where: { id: commentId },
      data: {
        currentRevisionId: revision.id,
        publicRevisionId: publicRevisionId === null ? null : revision.id,
      },
      select: { id: true },
    })
    await leaveInOutbox(tx, { kind: 'comment-decided', payload: { commentId, decisionNumber: number } })
    const standing = {
      state,
      isPublic: publicRevisionId !== null,
      approved: comment.approvedById !== null,
    }
    await moveCounters(tx, comment, standing, standing)
    return done({ commentId, articleId, state, rule: 'redacted' })
  })
}
