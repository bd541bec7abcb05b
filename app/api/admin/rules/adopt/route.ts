import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { adoptList, type ListRefusal } from '@/lib/moderation/commands-lists'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { turnAway } from '../../turned-away'

const id = z.string().transform((typed) => publicId(typed))
const input = z.strictObject({ proposal: id, inForce: id })

const statuses = {
  'not-an-editor': 403,
  'too-many': 422,
  'no-list': 404,
  'has-problems': 422,
  'changed-meanwhile': 409,
} as const satisfies Record<ListRefusal['error'], number>

/** Takes a proposal into force. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success || parsed.data.proposal === null) return refusal(request, 422, 'bad-fields')
    const { proposal, inForce } = parsed.data
    const adopted = await adoptList(moderator, { id: proposal, inForce }, new Date())
    if (wantsJson(request))
      return adopted.ok
        ? json(200, { id: proposal })
        : json(statuses[adopted.error], { error: adopted.error })
    if (adopted.ok) return seeOther('/admin/rules', { done: 'adopted' })
    if (adopted.error === 'not-an-editor') return refusal(request, 403, adopted.error)
    return seeOther('/admin/rules', { proposal, problem: adopted.error })
  })
}
