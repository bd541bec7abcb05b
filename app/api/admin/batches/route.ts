import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { decideMany, type Read } from '@/lib/moderation/commands-batch'
import { readReads } from '@/lib/moderation/reads'
import { reasonForm, usualReason } from '@/lib/moderation/reasons'
import { json, refusal, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { type Fields, readFields } from '../../read-fields'
import { backTo, from } from '../return-to'
import { turnAway } from '../turned-away'

const input = z.strictObject({
  move: z.enum(['approve', 'reject']),
  reason: z.string().regex(reasonForm).max(60).default(usualReason),
  note: z.string().trim().max(500).optional(),
  from,
})

/**
 * Decides about comments, each as it was read: `item-ID` holds revision and last decision of one that was ticked, `items`
 * all of a raid's.
 */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const read = parted((await readFields(request)) ?? {})
    const parsed = input.safeParse(read.others)
    if (!parsed.success || read.comments === null) return refusal(request, 422, 'bad-fields')
    const { move, reason, note, from: place } = parsed.data
    const about = { comments: read.comments, note: note || null }
    const decided = await decideMany(
      moderator,
      move === 'approve' ? { ...about, move } : { ...about, move, reason },
      new Date(),
    )
    if (decided.ok) {
      const { actionId, decided: done, left } = decided.value
      return wantsJson(request)
        ? json(200, { action: actionId, decided: done, left })
        : backTo(place, { batch: actionId, left: left.length || null })
    }
    return wantsJson(request)
      ? json(409, { error: decided.error })
      : backTo(place, { conflict: read.comments.length === 0 ? 'none-ticked' : decided.error })
  })
}

/** Which comments were ticked, and the other fields; no comments at all where one of them is not written as it should be. */
function parted(fields: Fields): { comments: Read[] | null; others: Fields } {
  const { items = '', ...rest } = fields
  const ticked: string[] = []
  const others: Fields = {}
  for (const [name, value] of Object.entries(rest))
    if (name.startsWith('item-')) ticked.push(`${name.slice(5)}.${value}`)
    else others[name] = value
  return { comments: readReads([...ticked, items].join(' ')), others }
}
