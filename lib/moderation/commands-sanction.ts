import { inTransaction, type Transaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import { inForce } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import type { Role, SanctionKind } from '@/prisma/generated/enums'
import { denied, type PermissionRefusal } from './commands-permission'
import { isSenior } from './permissions'
import { isLiveRule } from './queries-rules'
import type { Reason } from './reasons'
import { recordAction } from './staff-action'

export const longestWords = 500
/** Between two comments of somebody who is slowed: a day at most. */
export const mostMinutes = 1_440

/** `words` are told to the person with the reason; `minutes` is for `slow` alone. */
export type SanctionInput = {
  readerId: number
  kind: SanctionKind
  reason: Reason
  words: string | null
  until: Date | null
  minutes: number | null
}
export type SanctionRefusal =
  | PermissionRefusal
  | { error: 'no-reader' | 'no-reason' | 'needs-end' | 'end-is-past' | 'needs-minutes' | 'already' }

const actions = {
  warn: 'warned',
  review: 'review-required',
  slow: 'slowed',
  suspend: 'suspended',
  ban: 'banned',
} as const

/**
 * Lays a sanction on a reader, in force from the next thing they send. A suspension has an end, slowing has minutes,
 * and of a kind one is in force at a time, but for warnings, which have no end and no effect. The person reads what it
 * is, why and until when on their account page, and where it stops them.
 */
export async function sanctionReader(
  moderator: Moderator,
  input: SanctionInput,
  now: Date,
): Promise<Outcome<{ id: number }, SanctionRefusal>> {
  const { readerId, kind, reason, words } = input
  const until = kind === 'warn' ? null : input.until
  const minutes = kind === 'slow' ? input.minutes : null
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, kind, { readerId }, now)
    if (no) return no
    if (!(await lockReader(tx, readerId))) return refused({ error: 'no-reader' })
    if (!(await isLiveRule(reason, tx))) return refused({ error: 'no-reason' })
    if (kind === 'suspend' && !until) return refused({ error: 'needs-end' })
    if (until && until <= now) return refused({ error: 'end-is-past' })
    if (kind === 'slow' && (minutes === null || minutes < 1 || minutes > mostMinutes))
      return refused({ error: 'needs-minutes' })
    const same = { readerId, kind, ...inForce(now) }
    if (kind !== 'warn' && (await tx.sanction.findFirst({ where: same, select: { id: true } })))
      return refused({ error: 'already' })
    const { id } = await tx.sanction.create({
      data: { readerId, kind, reason, words, until, minutes, madeById: moderator.id, createdAt: now },
      select: { id: true },
    })
    const detail = { sanction: id, until: until?.toISOString() ?? null, minutes }
    await recordAction(
      tx,
      { kind: actions[kind], actorId: moderator.id, readerId, reason, note: words, detail },
      now,
    )
    await leaveInOutbox(tx, { kind: 'reader-sanctioned', payload: { sanctionId: id, readerId } })
    return done({ id })
  })
}

export type LiftRefusal = PermissionRefusal | { error: 'no-sanction' | 'made-by-senior' }

/**
 * Takes a sanction back, from now on. What a senior laid on somebody only they or their equals lift. One that ran out or
 * was lifted before stays as it is, and that succeeds.
 */
export async function liftSanction(
  moderator: Moderator,
  input: { readerId: number; sanctionId: number },
  now: Date,
): Promise<Outcome<{ id: number }, LiftRefusal>> {
  const { readerId, sanctionId: id } = input
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'lift', { readerId }, now)
    if (no) return no
    await lockReader(tx, readerId)
    const sanction = await tx.sanction.findFirst({
      where: { id, readerId },
      select: { liftedAt: true, until: true, kind: true, madeBy: { select: { role: true } } },
    })
    if (!sanction) return refused({ error: 'no-sanction' })
    if (sanction.liftedAt || (sanction.until && sanction.until <= now)) return done({ id })
    if (sanction.madeBy && isSenior(sanction.madeBy.role, await roleOf(tx, moderator.id)))
      return refused({ error: 'made-by-senior' })
    await tx.sanction.update({
      where: { id },
      data: { liftedAt: now, liftedById: moderator.id },
      select: { id: true },
    })
    const made = await tx.staffAction.findFirst({
      where: { readerId, kind: actions[sanction.kind], detail: { path: ['sanction'], equals: id } },
      select: { id: true },
    })
    const detail = { sanction: id, kind: sanction.kind }
    await recordAction(
      tx,
      { kind: 'lifted', actorId: moderator.id, readerId, detail, ...(made && { undoesId: made.id }) },
      now,
    )
    await leaveInOutbox(tx, { kind: 'sanction-lifted', payload: { sanctionId: id, readerId } })
    return done({ id })
  })
}

/** The reader's row, as every write of theirs takes it: what they send at the same time comes before or after. */
async function lockReader(tx: Transaction, id: number): Promise<boolean> {
  const count = await tx.$executeRaw`select 1 from "Reader" where id = ${id} for no key update`
  return count > 0
}

async function roleOf(tx: Transaction, id: number): Promise<Role> {
  return (await tx.reader.findUniqueOrThrow({ where: { id }, select: { role: true } })).role
}
