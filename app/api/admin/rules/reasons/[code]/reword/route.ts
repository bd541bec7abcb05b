import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { rewordRule } from '@/lib/moderation/commands-rules'
import { reasonForm } from '@/lib/moderation/reasons'
import { answering } from '../../../../../answering'
import { keepForLater, letGo } from '../../../../../kept-text'
import { readFields } from '../../../../../read-fields'
import { turnAway } from '../../../../turned-away'
import { answerChange, badFields } from '../../answer-change'

const input = z.strictObject({
  title: z.string(),
  reason: z.string(),
  text: z.string(),
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

type Props = { params: Promise<{ code: string }> }

/** Says a rule in other words. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const { code } = await params
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success || !reasonForm.test(code)) return badFields(request)
    const { seen, ...typed } = parsed.data
    const changed = await rewordRule(moderator, { code, seen, typed }, now)
    const place = placeFor('house-rule', 0)
    if (changed.ok) await letGo(place)
    else
      await keepForLater({ ...place, body: JSON.stringify({ code, ...typed }), about: null }, moderator, now)
    return answerChange(request, changed, { done: 'reworded', code })
  })
}
