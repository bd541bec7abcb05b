import type { TextProblem } from '@/lib/comments/text'
import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { type Judgement, longestAnswer, mayJudge, readWords } from './appeal'
import { type LockedComment, lockForDecision, writeDecision } from './commands'
import { denied, type PermissionRefusal } from './commands-permission'
import { isAloneAtDesk } from './queries-appeals'

export type JudgeRefusal =
  | PermissionRefusal
  | { error: 'no-appeal' | 'own-decision' | 'own-comment' | 'overtaken' | TextProblem }
  | { error: 'judged-meanwhile'; outcome: Judgement; by: string; at: Date }
export type Judged = { appealId: number; commentId: number; outcome: Judgement; seen: number }

/**
 * Judges an appeal: the decision stands, or what was refused is published after all. By somebody else than who decided
 * first; an administrator may where there is nobody else. Of two judges at once one wins, the other is told. The same
 * judge judging the same again changes nothing and succeeds. `seen` is the number of the decision that it became.
 */
export async function judgeAppeal(
  moderator: Moderator,
  input: { appealId: number; outcome: Judgement; answer: string },
  now: Date,
): Promise<Outcome<Judged, JudgeRefusal>> {
  const read = readWords(input.answer, longestAnswer)
  if (!read.ok) return refused({ error: read.error })
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'judge-appeal', null, now)
    if (no) return no
    const place = await tx.appeal.findUnique({
      where: { id: input.appealId },
      select: { commentId: true },
    })
    const comment = place?.commentId ? await lockForDecision(tx, place.commentId) : null
    // Under the comment's lock: whoever settles it takes that first.
    const appeal = comment && (await findAppeal(tx, input.appealId))
    if (!comment || !appeal?.decision) return refused({ error: 'no-appeal' })
    const { outcome } = input
    const { id: appealId, decision, settledBy } = appeal
    if (settledBy) {
      const before = outcomeOf(appeal.outcome)
      if (before === null) return refused({ error: 'overtaken' })
      const isSame = settledBy.actorId === moderator.id && before === outcome && settledBy.note === read.value
      if (isSame) return done({ appealId, commentId: comment.id, outcome, seen: settledBy.number })
      const { actor, createdAt } = settledBy
      return refused({ error: 'judged-meanwhile', outcome: before, by: actor?.name ?? '', at: createdAt })
    }
    const may = mayJudge({
      isAuthor: comment.authorId === moderator.id,
      isFirstDecider: decision.actorId === moderator.id,
      ...(await standingOf(tx, { judgeId: moderator.id, authorId: comment.authorId }, now)),
    })
    if (may !== 'yes') return refused({ error: may })
    const number = (comment.decisions[0]?.number ?? 0) + 1
    await writeDecision(
      tx,
      comment,
      {
        ...{ number, revisionId: decision.revisionId, actorId: moderator.id, rule: `appeal-${outcome}` },
        ...{ reason: outcome === 'upheld' ? decision.reason : null, note: read.value },
        ...(outcome === 'upheld'
          ? { after: asItIs(comment), upheld: null }
          : { after: published(decision.revisionId, moderator.id), upheld: false }),
        news: { kind: 'appeal-judged', payload: { appealId, commentId: comment.id, decisionNumber: number } },
      },
      now,
    )
    return done({ appealId, commentId: comment.id, outcome, seen: number })
  })
}

function findAppeal(tx: Transaction, id: number) {
  return tx.appeal.findUnique({
    where: { id },
    select: {
      id: true,
      outcome: true,
      decision: { select: { revisionId: true, actorId: true, reason: true } },
      settledBy: {
        select: {
          ...{ number: true, actorId: true, note: true, createdAt: true },
          actor: { select: { name: true } },
        },
      },
    },
  })
}

function outcomeOf(outcome: string | null): Judgement | null {
  return outcome === 'upheld' || outcome === 'overturned' ? outcome : null
}

/** Role as it is inside the write, and whether there is nobody else. */
async function standingOf(
  tx: Transaction,
  { judgeId, authorId }: { judgeId: number; authorId: number },
  now: Date,
): Promise<{ isAdministrator: boolean; isAlone: boolean }> {
  const own = await tx.reader.findUniqueOrThrow({ where: { id: judgeId }, select: { role: true } })
  const isAlone = await isAloneAtDesk({ judgeId, authorId }, now, tx)
  return { isAdministrator: own.role === 'administrator', isAlone }
}

function asItIs({ state, currentRevisionId, publicRevisionId, approvedById }: LockedComment) {
  return { state, currentRevisionId, publicRevisionId, approvedById }
}

function published(revisionId: number, approvedById: number) {
  const shown = { currentRevisionId: revisionId, publicRevisionId: revisionId }
  return { state: 'published', ...shown, approvedById } as const
}
