import { lockWithAncestors, moveCounters } from '@/lib/comments/counters'
import { tellMentioned } from '@/lib/comments/tell-mentioned'
import { inTransaction, type Transaction } from '@/lib/db'
import { leaveInOutbox, type OutboxEntry } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import type { CommentState } from '@/prisma/generated/enums'
import { denied, type PermissionRefusal } from './commands-permission'
import { type Move, moved } from './moves'
import { isLiveRule } from './queries-rules'
import type { Reason } from './reasons'
import type { Standing } from './replay'
import { reportersOf, settleReports } from './settle-reports'

/** `seen` is the number of the last decision the moderator saw: what was decided since is not overruled unread. */
export type DecisionInput = { commentId: number; revisionId: number; seen: number; note: string | null } & (
  | { move: 'approve' }
  | { move: 'reject'; reason: Reason }
)

export type LastDecision = { toState: CommentState; rule: string; by: string | null; at: Date }
export type DecisionRefusal =
  | PermissionRefusal
  | { error: 'no-comment' | 'nothing-to-decide' | 'no-reason' }
  | { error: 'decided-meanwhile'; last: LastDecision }
  | { error: 'edited-meanwhile' }
export type Decided = {
  commentId: number
  articleId: number
  state: CommentState
  rule: string
}

/**
 * Approves or rejects the revision that was read. Of two moderators deciding at once one wins; the other is told
 * who decided what. The same moderator deciding the same again (a double press) changes nothing and succeeds.
 */
export async function decide(
  moderator: Moderator,
  input: DecisionInput,
  now: Date,
): Promise<Outcome<Decided, DecisionRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, input.move, { commentId: input.commentId }, now)
    if (no) return no
    const comment = await lockForDecision(tx, input.commentId)
    if (!comment) return refused({ error: 'no-comment' })
    const last = comment.decisions[0]
    if (!last) throw new Error(`comment ${comment.id} has no decision`)
    const { id, articleId, state } = comment
    if (last.number !== input.seen) {
      const mine =
        last.actorId === moderator.id &&
        last.revisionId === input.revisionId &&
        last.number === input.seen + 1 &&
        saysSame(last, input.move)
      if (mine) return done({ commentId: id, articleId, state, rule: last.rule })
      if (last.actorId === null) return refused({ error: 'edited-meanwhile' })
      return refused({
        error: 'decided-meanwhile',
        last: { toState: last.toState, rule: last.rule, by: last.actor?.name ?? null, at: last.createdAt },
      })
    }
    if (comment.currentRevisionId !== input.revisionId) return refused({ error: 'edited-meanwhile' })
    const after = moved({ ...comment, isReported: comment.reportWeight > 0 }, input.move)
    if (!after) return refused({ error: 'nothing-to-decide' })
    if (input.move === 'reject' && !(await isLiveRule(input.reason, tx)))
      return refused({ error: 'no-reason' })
    const number = last.number + 1
    const { state: toState, rule, ...shown } = after
    const approvedById =
      rule === 'approved' ? moderator.id : after.publicRevisionId === null ? null : comment.approvedById
    const reason = input.move === 'reject' ? input.reason : null
    await writeDecision(
      tx,
      comment,
      {
        ...{ number, revisionId: input.revisionId, actorId: moderator.id, rule, reason, note: input.note },
        after: { state: toState, ...shown, approvedById },
        upheld: input.move === 'reject',
        news: { kind: 'comment-decided', payload: { commentId: id, decisionNumber: number } },
      },
      now,
    )
    return done({
      commentId: id,
      articleId,
      state: after.state,
      rule: after.rule,
    })
  })
}

type Written = {
  number: number
  revisionId: number
  actorId: number
  rule: string
  reason: Reason | null
  note: string | null
  after: Standing
  /** What it makes of open reports. Null where it leaves everything as it is. */
  upheld: boolean | null
  news: OutboxEntry
}

/** Writes a person's decision about a comment that was taken by `lockForDecision`, with all that follows from it. */
export async function writeDecision(
  tx: Transaction,
  comment: LockedComment,
  { after, upheld, news, ...decision }: Written,
  now: Date,
): Promise<void> {
  const { id: commentId, state } = comment
  const { id: decisionId } = await tx.decision.create({
    data: { ...decision, commentId, fromState: state, toState: after.state, createdAt: now },
    select: { id: true },
  })
  await leaveInOutbox(tx, news)
  if (upheld === null) return
  await tx.comment.update({ where: { id: commentId }, data: after, select: { id: true } })
  await settleReports(tx, { commentId, decisionId, upheld })
  if (after.publicRevisionId === decision.revisionId) await tellMentioned(tx, [commentId], now)
  await moveCounters(
    tx,
    comment,
    { state, isPublic: comment.publicRevisionId !== null, approved: comment.approvedById !== null },
    {
      state: after.state,
      isPublic: after.publicRevisionId !== null,
      approved: after.approvedById !== null,
    },
  )
}

function saysSame(last: { rule: string }, move: Move): boolean {
  return move === 'approve'
    ? last.rule === 'approved'
    : last.rule === 'rejected' || last.rule === 'edit-rejected'
}

export type LockedComment = NonNullable<Awaited<ReturnType<typeof lockForDecision>>>

/** Takes the author's row and those of who reported it, then the comment's with its ancestors'. */
export async function lockForDecision(tx: Transaction, id: number) {
  const place = await tx.comment.findUnique({ where: { id }, select: { authorId: true, ancestorIds: true } })
  if (!place) return null
  const readers = [place.authorId, ...(await reportersOf(tx, id))]
  await tx.$executeRaw`select 1 from "Reader" where id = any(${readers}::int[]) order by id for no key update`
  await lockWithAncestors(tx, id, place.ancestorIds)
  return tx.comment.findUnique({
    where: { id },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      ancestorIds: true,
      state: true,
      currentRevisionId: true,
      publicRevisionId: true,
      approvedById: true,
      reportWeight: true,
      decisions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          number: true,
          actorId: true,
          revisionId: true,
          toState: true,
          rule: true,
          createdAt: true,
          actor: { select: { name: true } },
        },
      },
    },
  })
}
