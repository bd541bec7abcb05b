import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { proposeList } from '@/lib/moderation/commands-lists'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { turnAway } from '../turned-away'

const input = z.strictObject({ words: z.string(), hosts: z.string(), allowed: z.string().default('') })

/** Keeps a proposal for the newsroom's lists; its page shows what it would have held. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const proposed = await proposeList(moderator, parsed.data, new Date())
    if (!proposed.ok) return refusal(request, proposed.error === 'too-many' ? 422 : 403, proposed.error)
    const { id } = proposed.value
    if (wantsJson(request)) return json(201, { id, url: `/admin/rules?proposal=${id}` })
    return seeOther('/admin/rules', { proposal: id }, '#rehearsal')
  })
}
