import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { rejectAllOf } from '@/lib/moderation/commands-batch'
import { longestWords, sanctionReader } from '@/lib/moderation/commands-sanction'
import { reasonForm } from '@/lib/moderation/reasons'
import { publicId } from '@/lib/public-id'
import { sanctionKinds } from '@/lib/readers/sanction'
import { refusal } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'
import { answerOnFile } from '../answer-on-file'

const count = z
  .string()
  .trim()
  .regex(/^([1-9]\d{0,3})?$/)
  .transform((typed) => (typed === '' ? null : Number(typed)))
const input = z.strictObject({
  kind: z.enum(sanctionKinds),
  reason: z.string().regex(reasonForm).max(60),
  words: z.string().trim().max(longestWords).optional(),
  days: count.default(null),
  minutes: count.default(null),
  // With a ban: rejects all of theirs, too.
  all: z.literal('1').optional(),
})

type Props = { params: Promise<{ id: string }> }

/** Lays a sanction on a reader, with a reason, and for so many days. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const readerId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (readerId === null) return refusal(request, 404, 'no-reader')
    if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
    const { kind, reason, words, days, minutes, all } = parsed.data
    const now = new Date()
    const until = days === null ? null : new Date(now.getTime() + days * 86_400_000)
    const given = { readerId, kind, reason, words: words || null, until, minutes }
    const sanctioned = await sanctionReader(moderator, given, now)
    // Nothing to reject is fine: the ban stands.
    if (sanctioned.ok && kind === 'ban' && all)
      await rejectAllOf(moderator, { readerId, reason, note: words || null }, now)
    return answerOnFile(request, readerId, sanctioned, 'sanctioned')
  })
}
