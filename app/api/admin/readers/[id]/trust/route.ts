import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { trustReader } from '@/lib/moderation/commands-trust'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerOnFile } from '../answer-on-file'

const input = z.strictObject({ on: z.enum(['1', '0']) })

type Props = { params: Promise<{ id: string }> }

/** Has what a reader writes appear at once, or no longer. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const readerId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (readerId === null) return refusal(request, 404, 'no-reader')
    if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
    const on = parsed.data.on === '1'
    const trusted = await trustReader(moderator, { readerId, on }, new Date())
    return answerOnFile(request, readerId, trusted, on ? 'trusted' : 'trust-ended')
  })
}
