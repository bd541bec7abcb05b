import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { rejectAllOf } from '@/lib/moderation/commands-batch'
import { reasonForm } from '@/lib/moderation/reasons'
import { publicId } from '@/lib/public-id'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerOnFile } from '../answer-on-file'

const input = z.strictObject({
  reason: z.string().regex(reasonForm).max(60),
  note: z.string().trim().max(500).optional(),
})

type Props = { params: Promise<{ id: string }> }

/** Rejects everything that a reader has standing or waiting, as one action. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const readerId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (readerId === null) return refusal(request, 404, 'no-reader')
    if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
    const { reason, note } = parsed.data
    const rejected = await rejectAllOf(moderator, { readerId, reason, note: note || null }, new Date())
    return answerOnFile(request, readerId, rejected, 'rejected-all')
  })
}
