import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { judgements } from '@/lib/moderation/appeal'
import { judgeAppeal } from '@/lib/moderation/commands-judge'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { letGo } from '../../../../kept-text'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerRefusedJudge } from '../../answer-judge'

const input = z.strictObject({ outcome: z.enum(judgements), body: z.string() })

type Props = { params: Promise<{ id: string }> }

/** Judges an appeal. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const appealId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (appealId === null) return refusal(request, 404, 'no-appeal')
    if (!parsed.success)
      return wantsJson(request)
        ? json(422, { error: 'bad-fields' })
        : seeOther('/admin/appeals', { problem: 'bad-fields' })
    const { outcome, body } = parsed.data
    const judged = await judgeAppeal(moderator, { appealId, outcome, answer: body }, now)
    const place = placeFor('judgement', appealId)
    if (judged.ok) {
      await letGo(place)
      const { commentId, seen } = judged.value
      return wantsJson(request)
        ? json(200, { id: appealId, comment: commentId, outcome, seen })
        : seeOther('/admin/appeals', { done: outcome, appeal: appealId })
    }
    return answerRefusedJudge(
      request,
      judged,
      { moderator, place, answer: body, now },
      { appeal: appealId, after: appealId - 1 || null },
    )
  })
}
