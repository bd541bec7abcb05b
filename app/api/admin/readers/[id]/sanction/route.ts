import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { rejectAllOf } from '@/lib/moderation/commands-batch'
import { longestWords, sanctionReader } from '@/lib/moderation/commands-sanction'
import { reasonForm } from '@/lib/moderation/reasons'
import { sanctionKinds } from '@/lib/readers/sanction'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

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

/** Lays a sanction on a reader, with a reason, and for so many days. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'sanctioned',
      async ({ moderator, readerId, given, now }) => {
        const { kind, reason, words, days, minutes, all } = given
        const until = days === null ? null : new Date(now.getTime() + days * 86_400_000)
        const asked = { readerId, kind, reason, words: words || null, until, minutes }
        const sanctioned = await sanctionReader(moderator, asked, now)
        // Nothing to reject is fine: the ban stands.
        if (sanctioned.ok && kind === 'ban' && all)
          await rejectAllOf(moderator, { readerId, reason, note: words || null }, now)
        return sanctioned
      },
    ),
  )
}
