import type { TextProblem } from '@/lib/comments/text'
import { inTransaction, type Transaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import { takeAllowance } from '@/lib/pace'
import { inForce } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import { type Judgement, longestAnswer, longestAppeal, mayJudge, paceOfAppeals, readWords } from './appeal'
import { denied, type PermissionRefusal } from './commands-permission'
import { isAloneAtDesk } from './queries-appeals'
import { recordAction } from './staff-action'

export type SanctionAppealRefusal =
  | { error: 'no-sanction' | 'appealed' | TextProblem }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Appeals against a sanction in force on oneself: once for each, as long as it is in force. The same words again (a double
 * press) change nothing and succeed.
 */
export async function appealSanction(
  viewer: { id: number },
  input: { sanctionId: number; body: string },
  now: Date,
): Promise<Outcome<{ appealId: number; isNew: boolean }, SanctionAppealRefusal>> {
  return inTransaction(async (tx) => {
    const { sanctionId } = input
    await lockSanction(tx, sanctionId)
    const sanction = await tx.sanction.findFirst({
      where: { id: sanctionId, readerId: viewer.id, ...inForce(now) },
      select: { appeal: { select: { id: true, text: true } } },
    })
    if (!sanction) return refused({ error: 'no-sanction' })
    const read = readWords(input.body, longestAppeal)
    if (!read.ok) return refused({ error: read.error })
    const { appeal } = sanction
    if (appeal)
      return appeal.text === read.value
        ? done({ appealId: appeal.id, isNew: false })
        : refused({ error: 'appealed' })
    const limited = await takeAllowance(tx, `appeal ${viewer.id}`, paceOfAppeals, now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
    const { id: appealId } = await tx.sanctionAppeal.create({
      data: { sanctionId, readerId: viewer.id, text: read.value, createdAt: now },
      select: { id: true },
    })
    await leaveInOutbox(tx, { kind: 'sanction-appeal-made', payload: { appealId } })
    return done({ appealId, isNew: true })
  })
}

export type JudgeSanctionRefusal =
  | PermissionRefusal
  | { error: 'no-appeal' | 'own-decision' | 'own-comment' | 'overtaken' | TextProblem }
  | { error: 'judged-meanwhile'; outcome: Judgement; by: string; at: Date }

/**
 * Judges an appeal against a sanction: it stands, or it is lifted. By whoever may lift sanctions from that person and did not
 * lay this one on them, whatever the role of who did: an appeal is there to be judged by others. An administrator judges
 * their own where there is nobody else. Of two judges at once one wins, the other is told; the same again succeeds.
 */
export async function judgeSanctionAppeal(
  moderator: Moderator,
  input: { appealId: number; outcome: Judgement; answer: string },
  now: Date,
): Promise<Outcome<{ appealId: number; outcome: Judgement }, JudgeSanctionRefusal>> {
  const read = readWords(input.answer, longestAnswer)
  if (!read.ok) return refused({ error: read.error })
  const { appealId, outcome } = input
  return inTransaction(async (tx) => {
    const place = await tx.sanctionAppeal.findUnique({
      where: { id: appealId },
      select: { sanctionId: true, readerId: true },
    })
    if (!place) return refused({ error: 'no-appeal' })
    const { sanctionId, readerId } = place
    const no = await denied(tx, moderator, 'lift', { readerId }, now)
    if (no) return no
    // As every write of theirs takes it: what they send at the same time comes before or after.
    await tx.$executeRaw`select 1 from "Reader" where id = ${readerId} for no key update`
    await lockSanction(tx, sanctionId)
    const appeal = await findAppeal(tx, appealId)
    const { settledBy, sanction } = appeal
    if (settledBy) {
      const before = appeal.outcome === 'overturned' ? 'overturned' : 'upheld'
      if (settledBy.actorId === moderator.id && before === outcome && settledBy.note === read.value)
        return done({ appealId, outcome })
      const { actor, createdAt } = settledBy
      return refused({ error: 'judged-meanwhile', outcome: before, by: actor?.name ?? '', at: createdAt })
    }
    const { liftedAt, until, madeById, kind } = sanction
    if (appeal.outcome || liftedAt || (until && until <= now)) return refused({ error: 'overtaken' })
    const own = await tx.reader.findUniqueOrThrow({ where: { id: moderator.id }, select: { role: true } })
    const may = mayJudge({
      isAuthor: readerId === moderator.id,
      isFirstDecider: madeById === moderator.id,
      isAdministrator: own.role === 'administrator',
      isAlone: await isAloneAtDesk({ judgeId: moderator.id, authorId: readerId }, now, tx),
    })
    if (may !== 'yes') return refused({ error: may })
    const settledById = await recordAction(
      tx,
      {
        ...{ kind: `sanction-appeal-${outcome}` as const, actorId: moderator.id, readerId, note: read.value },
        detail: { sanction: sanctionId, kind, appeal: appealId },
      },
      now,
    )
    await tx.sanctionAppeal.update({
      where: { id: appealId },
      data: { outcome, settledById },
      select: { id: true },
    })
    if (outcome === 'overturned') {
      const lifted = { liftedAt: now, liftedById: moderator.id }
      await tx.sanction.update({ where: { id: sanctionId }, data: lifted, select: { id: true } })
    }
    await leaveInOutbox(tx, { kind: 'sanction-appeal-judged', payload: { appealId, readerId } })
    return done({ appealId, outcome })
  })
}

async function lockSanction(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`select 1 from "Sanction" where id = ${id} for no key update`
}

function findAppeal(tx: Transaction, id: number) {
  return tx.sanctionAppeal.findUniqueOrThrow({
    where: { id },
    select: {
      outcome: true,
      settledBy: {
        select: { actorId: true, note: true, createdAt: true, actor: { select: { name: true } } },
      },
      sanction: { select: { kind: true, liftedAt: true, until: true, madeById: true } },
    },
  })
}
