import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { setSectionModes } from '@/lib/moderation/commands-modes'
import { refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerChange } from '../../answer-change'
import { modeOrNone, numberOrNone } from '../../typed-modes'

const input = z.strictObject({ mode: modeOrNone, days: numberOrNone })

type Props = { params: Promise<{ id: string }> }

/** Says what the conversations of one section go by. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const sectionId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (sectionId === null) return answerChange(request, refused({ error: 'no-section' }), 'section')
    if (!parsed.success) return answerChange(request, refused({ error: 'bad-fields' }), 'section')
    const { mode, days: closesAfterDays } = parsed.data
    const set = await setSectionModes(moderator, { sectionId, mode, closesAfterDays }, new Date())
    return answerChange(request, set, 'section')
  })
}
