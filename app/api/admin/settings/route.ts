import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { setSiteModes } from '@/lib/moderation/commands-modes'
import { refused } from '@/lib/outcome'
import { TalkMode } from '@/prisma/generated/enums'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { turnAway } from '../turned-away'
import { answerChange } from './answer-change'
import { numberOrNone } from './typed-modes'

const input = z.strictObject({
  mode: z.enum(TalkMode),
  days: numberOrNone,
  heatComments: numberOrNone,
  heatPercent: numberOrNone,
  heatSeconds: numberOrNone.pipe(z.number()),
})

/** Says what every conversation of the site goes by. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return answerChange(request, refused({ error: 'bad-fields' }), 'site')
    const { days: closesAfterDays, ...said } = parsed.data
    return answerChange(
      request,
      await setSiteModes(moderator, { ...said, closesAfterDays }, new Date()),
      'site',
    )
  })
}
