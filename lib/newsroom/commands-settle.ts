import { newBlockId } from '@/lib/articles/block-id'
import { inTransaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { type Choice, choose } from './choose'
import { keep } from './commands-save'
import { lockWorkingCopy } from './working-copy'

/** Decides between what stands and what was set aside. Refuses what is settled already. */
export async function settleAside(
  moderator: Moderator,
  { articleId, asideId, choice }: { articleId: number; asideId: number; choice: Choice },
  now: Date,
): Promise<Outcome<Record<string, never>, PermissionRefusal | { error: 'no-article' | 'settled' }>> {
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
    const content = choose(copy.content, aside, choice, newBlockId)
    await keep(tx, copy, content, { articleId, savedById: moderator.id, savedAt: now })
    await tx.draftAside.update({ where: { id: asideId }, data: { settledAt: now }, select: { id: true } })
    return done({})
  })
}
