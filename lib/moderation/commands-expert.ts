import { inTransaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { readTitle } from '@/lib/title'
import { bumpTopics, topics } from '@/lib/topics'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

export type ExpertRefusal = PermissionRefusal | { error: 'no-reader' | 'bad-title' }

/**
 * Says beside a reader's name what they know, on all of their comments from now on; with nothing, no longer. It is the
 * newsroom's word and never part of the name. Saying the same again changes nothing.
 */
export async function nameExpert(
  moderator: Moderator,
  input: { readerId: number; expertise: string },
  now: Date,
): Promise<Outcome<{ expertise: string | null }, ExpertRefusal>> {
  const { readerId } = input
  const expertise = readTitle(input.expertise)
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'name-expert', { readerId }, now)
    if (no) return no
    if (expertise === null && input.expertise.trim() !== '') return refused({ error: 'bad-title' })
    await tx.$executeRaw`select 1 from "Reader" where id = ${readerId} for no key update`
    const reader = await tx.reader.findUnique({ where: { id: readerId }, select: { expertise: true } })
    if (!reader) return refused({ error: 'no-reader' })
    if (reader.expertise === expertise) return done({ expertise })
    await tx.reader.update({ where: { id: readerId }, data: { expertise }, select: { id: true } })
    const kind = expertise === null ? 'expert-ended' : 'expert-named'
    await recordAction(
      tx,
      { kind, actorId: moderator.id, readerId, note: expertise ?? reader.expertise },
      now,
    )
    // Their comments may stand under any article.
    await bumpTopics(tx, [topics.site])
    return done({ expertise })
  })
}
