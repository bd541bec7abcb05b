import { inTransaction, type Transaction } from '@/lib/db'
import { denied } from '@/lib/moderation/commands-permission'
import type { Moderator } from '@/lib/readers/viewer'

/** What the house has few of, and whose changes come one after the other. */
const actions = { sections: 'edit-sections', authors: 'edit-authors', tags: 'edit-tags' } as const

/** Makes one change of the sections, authors or tags after the other, by somebody who may make it. */
export async function inTurnAtDesk<T>(
  editor: Moderator,
  of: keyof typeof actions,
  now: Date,
  change: (tx: Transaction) => Promise<T>,
): Promise<T | Exclude<Awaited<ReturnType<typeof denied>>, null>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, editor, actions[of], null, now)
    if (no) return no
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`tribune ${of}`}))`
    return change(tx)
  })
}
