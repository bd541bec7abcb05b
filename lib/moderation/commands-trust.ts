import { inTransaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

/**
 * Has what somebody writes appear at once when the checks pass, wherever it is written, or no longer; from the next
 * comment on. A sanction that has them read first counts before it.
 */
export async function trustReader(
  moderator: Moderator,
  input: { readerId: number; on: boolean },
  now: Date,
): Promise<Outcome<{ trusted: boolean }, PermissionRefusal | { error: 'no-reader' }>> {
  const { readerId, on } = input
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'trust', { readerId }, now)
    if (no) return no
    await tx.$executeRaw`select 1 from "Reader" where id = ${readerId} for no key update`
    const reader = await tx.reader.findUnique({ where: { id: readerId }, select: { trustedAt: true } })
    if (!reader) return refused({ error: 'no-reader' })
    if ((reader.trustedAt !== null) === on) return done({ trusted: on })
    await tx.reader.update({
      where: { id: readerId },
      data: { trustedAt: on ? now : null },
      select: { id: true },
    })
    await recordAction(tx, { kind: on ? 'trusted' : 'trust-ended', actorId: moderator.id, readerId }, now)
    return done({ trusted: on })
  })
}
