import { lockAuthor } from '@/lib/comments/author'
import type { TextProblem } from '@/lib/comments/text'
import { inTransaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import { takeAllowance } from '@/lib/pace'
import type { Viewer } from '@/lib/readers/viewer'
import { longestAppeal, paceOfAppeals, readWords, refusalIn } from './appeal'

export type AppealRefusal =
  | { error: 'signed-out' | 'no-comment' | 'nothing-to-appeal' | 'appealed' | 'too-late' | TextProblem }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Appeals against the refusal of one's own comment or edit: once for each decision, within fourteen days, also with a ban.
 * The same words again (a double press) change nothing and succeed.
 */
export async function makeAppeal(
  viewer: Viewer | null,
  input: { commentId: number; body: string },
  now: Date,
): Promise<Outcome<{ appealId: number; isNew: boolean }, AppealRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  return inTransaction(async (tx) => {
    if (!(await lockAuthor(tx, viewer.id, now))) return refused({ error: 'signed-out' })
    const { commentId } = input
    // What is decided about it meanwhile is decided before or after.
    await tx.$executeRaw`select 1 from "Comment" where id = ${commentId} and "authorId" = ${viewer.id} for no key update`
    const comment = await tx.comment.findFirst({
      where: { id: commentId, authorId: viewer.id },
      select: {
        decisions: {
          orderBy: { number: 'asc' },
          select: {
            ...{ id: true, rule: true, undoesId: true, createdAt: true },
            appeal: { select: { id: true, text: true } },
          },
        },
      },
    })
    if (!comment) return refused({ error: 'no-comment' })
    const refusal = refusalIn(comment.decisions)
    if (!refusal) return refused({ error: 'nothing-to-appeal' })
    const read = readWords(input.body, longestAppeal)
    if (!read.ok) return refused({ error: read.error })
    const { decision, until } = refusal
    if (decision.appeal)
      return decision.appeal.text === read.value
        ? done({ appealId: decision.appeal.id, isNew: false })
        : refused({ error: 'appealed' })
    if (now > until) return refused({ error: 'too-late' })
    const limited = await takeAllowance(tx, `appeal ${viewer.id}`, paceOfAppeals, now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
    const { id: appealId } = await tx.appeal.create({
      data: { decisionId: decision.id, commentId, readerId: viewer.id, text: read.value, createdAt: now },
      select: { id: true },
    })
    await leaveInOutbox(tx, { kind: 'appeal-made', payload: { appealId } })
    return done({ appealId, isNew: true })
  })
}
