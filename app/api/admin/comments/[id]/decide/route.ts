import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { decide } from '@/lib/moderation/commands'
import { reasonForm, usualReason } from '@/lib/moderation/reasons'
import { publicId } from '@/lib/public-id'
import { json, refusal, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { keepForLater, letGo } from '../../../../kept-text'
import { readFields } from '../../../../read-fields'
import { backTo, from } from '../../../return-to'
import { signInFirst, statusOf, told, turnAway } from '../../../turned-away'

const count = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
const input = z.strictObject({
  move: z.enum(['approve', 'reject']),
  revision: count,
  seen: count,
  reason: z.string().regex(reasonForm).max(60).default(usualReason),
  note: z.string().trim().max(500).optional(),
  from,
})

type Props = { params: Promise<{ id: string }> }

/** Approves or rejects the revision the moderator read. A form that is not taken leaves its word to the author for the next one. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (!moderator && (commentId === null || !parsed.success)) return turnAway(request)
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { move, revision: revisionId, seen, reason, note, from: place } = parsed.data
    const ofThis = placeFor('decision', commentId)
    const keep = () => {
      const kept = { ...ofThis, body: JSON.stringify({ reason, note }), about: null }
      return keepForLater(kept, moderator, new Date())
    }
    if (!moderator)
      return signInFirst(request, async () => {
        if (note) await keep()
        return `/admin/comments/${commentId}`
      })
    const about = { commentId, revisionId, seen, note: note || null }
    const decided = await decide(
      moderator,
      move === 'approve' ? { ...about, move } : { ...about, move, reason },
      new Date(),
    )
    if (decided.ok) {
      const { state, rule } = decided.value
      await letGo(ofThis)
      return wantsJson(request)
        ? json(200, { id: commentId, state })
        : backTo(place, { done: rule, comment: commentId })
    }
    if (wantsJson(request)) return json(statusOf(decided.error), told(decided))
    if (note) await keep()
    return backTo(place, { conflict: decided.error, comment: commentId })
  })
}
