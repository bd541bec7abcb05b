import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { redactComment } from '@/lib/moderation/commands-redact'
import { findRedactable } from '@/lib/moderation/queries-redaction'
import { reasonForm } from '@/lib/moderation/reasons'
import { placeOf } from '@/lib/moderation/redaction'
import { publicId } from '@/lib/public-id'
import { say } from '@/messages/say'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { keepForLater, letGo } from '../../../../kept-text'
import { readFields } from '../../../../read-fields'
import { signInFirst, statusOf, told, turnAway } from '../../../turned-away'

const count = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
const input = z.strictObject({
  revision: count,
  seen: count,
  passage: z.string().max(5_000),
  reason: z.string().regex(reasonForm).max(60).default('private-details'),
  note: z.string().trim().max(500).optional(),
  /** Shows what it would be, and changes nothing. */
  preview: z.literal('1').optional(),
})

type Props = { params: Promise<{ id: string }> }

/** Takes a passage out of a comment, or shows first what would be left. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (!moderator && (commentId === null || !parsed.success)) return turnAway(request)
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { revision: revisionId, seen, passage, reason, note, preview } = parsed.data
    const page = `/admin/comments/${commentId}/redact`
    const keep = () => {
      const typed = { passage, reason, ...(note ? { note } : {}) }
      const kept = { ...placeFor('redaction', commentId), body: JSON.stringify(typed), about: null }
      return keepForLater(kept, moderator, new Date())
    }
    if (!moderator)
      return signInFirst(request, async () => {
        await keep()
        return `${page}?problem=signed-out`
      })
    const comment = await findRedactable(moderator, commentId)
    if (!comment) return refusal(request, 404, 'no-comment')
    // As it was typed, and from here on as it stands in the comment. No address ever says it.
    const place = placeOf(comment.source, passage)
    const notTaken = async (problem: string, at: object = {}) => {
      await keep()
      return seeOther(page, { problem, ...at })
    }
    const shown = place ? { revision: revisionId, ...place } : {}
    if (preview) return place ? seeOther(page, shown) : notTaken('no-passage')
    const words = place ? comment.source.slice(place.from, place.to) : ''
    const given = { commentId, revisionId, seen, passage: words, mark: say('redact.mark'), reason }
    const redacted = await redactComment(moderator, { ...given, note: note || null }, new Date())
    if (redacted.ok) {
      await letGo(placeFor('redaction', commentId))
      return wantsJson(request)
        ? json(200, { id: commentId, state: redacted.value.state })
        : seeOther(`/admin/comments/${commentId}`, { done: 'redacted' })
    }
    if (!wantsJson(request)) return notTaken(redacted.error, shown)
    const { error } = redacted
    return error === 'no-passage' || error === 'edit-waits' || error === 'too-long'
      ? json(422, { error })
      : json(statusOf(error), told(redacted))
  })
}
