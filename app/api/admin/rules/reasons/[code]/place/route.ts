import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeRule } from '@/lib/moderation/commands-rules'
import { reasonForm } from '@/lib/moderation/reasons'
import { answering } from '../../../../../answering'
import { readFields } from '../../../../../read-fields'
import { turnAway } from '../../../../turned-away'
import { answerChange, badFields } from '../../answer-change'

const input = z.strictObject({ above: z.string().regex(reasonForm) })

type Props = { params: Promise<{ code: string }> }

/** Puts a rule directly above another. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const { code } = await params
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success || !reasonForm.test(code)) return badFields(request)
    const changed = await placeRule(moderator, { code, above: parsed.data.above }, new Date())
    return answerChange(request, changed, { done: 'moved', code })
  })
}
