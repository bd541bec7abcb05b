import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { setCheck } from '@/lib/moderation/commands-check-setting'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { turnAway } from '../../turned-away'

const input = z.strictObject({ check: z.string(), onFailure: z.enum(['hold', 'publish']) })

/** Sets what a check does that fails. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const set = await setCheck(moderator, parsed.data, new Date())
    if (!set.ok) return refusal(request, set.error === 'no-check' ? 404 : 403, set.error)
    if (wantsJson(request)) return json(200, parsed.data)
    return seeOther('/admin/rules', { done: 'check-set' }, '#checks')
  })
}
