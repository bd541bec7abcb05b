import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { liftSanction } from '@/lib/moderation/commands-sanction'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerOnFile } from '../answer-on-file'

const input = z.strictObject({
  sanction: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})

type Props = { params: Promise<{ id: string }> }

/** Takes a sanction back. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const readerId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (readerId === null) return refusal(request, 404, 'no-reader')
    if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
    const given = { readerId, sanctionId: parsed.data.sanction }
    return answerOnFile(request, readerId, await liftSanction(moderator, given, new Date()), 'lifted')
  })
}
