import { newBlockId } from '@/lib/articles/block-id'
import { inTransaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { type Choice, choiceName, choose, standsAt } from './choose'
import { keep } from './commands-save'
import { lockWorkingCopy } from './working-copy'

type SettleError = 'no-article' | 'settled' | 'written-on'
export type Settlement = { articleId: number; asideId: number; choice: Choice; seen: string }

/**
 * Decides between what stands and what was set aside. Refuses what is settled already, and to give up either where it is
 * not what whoever chooses has `seen` (by its `choiceName`): somebody has written on there.
 */
export async function settleAside(
  moderator: Moderator,
  { articleId, asideId, choice, seen }: Settlement,
  now: Date,
): Promise<Outcome<Record<string, never>, PermissionRefusal | { error: SettleError }>> {
  return inTransaction(async (tx) => {
    const copy = await lockWorkingCopy(tx, articleId)
    const no = await denied(tx, moderator, 'write-article', null, now)
    if (no) return no
    if (!copy) return refused({ error: 'no-article' })
    const aside = await tx.draftAside.findFirst({
      where: { id: asideId, articleId, settledAt: null },
      select: { place: true, aside: true },
    })
    if (!aside) return refused({ error: 'settled' })
    if (choice !== 'both' && seen !== choiceName(standsAt(copy.content, aside.place), aside.aside))
      return refused({ error: 'written-on' })
    const content = choose(copy.content, aside, choice, newBlockId)
    await keep(tx, copy, content, { articleId, savedById: moderator.id, savedAt: now })
    await tx.draftAside.update({ where: { id: asideId }, data: { settledAt: now }, select: { id: true } })
    return done({})
  })
}
