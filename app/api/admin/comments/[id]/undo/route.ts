import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { undoDecision } from '@/lib/moderation/commands-undo'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backTo, from } from '../../../return-to'
import { statusOf, told, turnAway } from '../../../turned-away'

const input = z.strictObject({
  seen: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
  from,
  /** Where the form stood, if not in the queue. */
  on: z.literal('file').optional(),
})

type Props = { params: Promise<{ id: string }> }

/** Takes back the decision the moderator saw, while it is the last one. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { seen, from: place, on } = parsed.data
    const back = (told: Record<string, string>) =>
      on ? seeOther(`/admin/comments/${commentId}`, told) : backTo(place, { ...told, comment: commentId })
    const undone = await undoDecision(moderator, { commentId, seen }, new Date())
    if (undone.ok) {
      const { state, rule } = undone.value
      return wantsJson(request) ? json(200, { id: commentId, state }) : back({ done: rule })
    }
    if (wantsJson(request)) return json(statusOf(undone.error), told(undone))
    return back({ conflict: undone.error })
  })
}
