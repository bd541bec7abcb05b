import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { undoDecision } from '@/lib/moderation/commands-undo'
import { findJudged } from '@/lib/moderation/queries-appeals'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { told, turnAway } from '../../../turned-away'

const input = z.strictObject({
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

type Props = { params: Promise<{ id: string }> }

/** Takes one's own judgement back, while nothing followed it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const appealId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (appealId === null) return refusal(request, 404, 'no-appeal')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { seen } = parsed.data
    const judged = await findJudged(moderator, appealId)
    // Already open again: a double press.
    if (!judged)
      return wantsJson(request)
        ? json(200, { id: appealId })
        : seeOther('/admin/appeals', { done: 'undone', appeal: appealId })
    if (judged.seen !== seen) return refusal(request, 409, 'decided-meanwhile')
    const undone = await undoDecision(moderator, { commentId: judged.commentId, seen }, new Date())
    if (wantsJson(request)) return undone.ok ? json(200, { id: appealId }) : json(409, told(undone))
    if (undone.ok) return seeOther('/admin/appeals', { done: 'undone', appeal: appealId })
    return seeOther('/admin/appeals', { problem: 'not-undone', appeal: appealId })
  })
}
