import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { retireRule } from '@/lib/moderation/commands-rules'
import { reasonForm } from '@/lib/moderation/reasons'
import { answering } from '../../../../../answering'
import { readFields } from '../../../../../read-fields'
import { turnAway } from '../../../../turned-away'
import { answerChange, badFields } from '../../answer-change'

const input = z.strictObject({ on: z.enum(['0', '1']) })

type Props = { params: Promise<{ code: string }> }

/** Takes a rule out of force, or puts it in force again. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const { code } = await params
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success || !reasonForm.test(code)) return badFields(request)
    const retired = parsed.data.on === '1'
    const changed = await retireRule(moderator, { code, retired }, new Date())
    return answerChange(request, changed, { done: retired ? 'retired' : 'restored', code })
  })
}
