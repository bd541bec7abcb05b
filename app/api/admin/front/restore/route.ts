import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { restoreFront } from '@/lib/newsroom/commands-front'
import { refused } from '@/lib/outcome'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { turnAway } from '../../turned-away'
import { answerArranged } from '../answer-arranged'

const input = z.strictObject({ id: z.coerce.number().int().min(0).max(2_147_483_647) })

/** Brings an earlier front page back. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return answerArranged(request, refused({ error: 'bad-fields' }), 'restored')
    return answerArranged(request, await restoreFront(moderator, parsed.data.id, new Date()), 'restored')
  })
}
