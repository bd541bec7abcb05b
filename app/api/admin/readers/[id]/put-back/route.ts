import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { undoBatch } from '@/lib/moderation/commands-batch'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerOnFile } from '../answer-on-file'

const input = z.strictObject({
  action: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})

type Props = { params: Promise<{ id: string }> }

/** Puts back what was decided about all of a reader’s comments together. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const readerId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (readerId === null) return refusal(request, 404, 'no-reader')
    if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
    return answerOnFile(
      request,
      readerId,
      await undoBatch(moderator, parsed.data.action, new Date()),
      'put-back',
    )
  })
}
