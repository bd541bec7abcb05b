import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { rejectAllOf } from '@/lib/moderation/commands-batch'
import { reasonForm } from '@/lib/moderation/reasons'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({
  reason: z.string().regex(reasonForm).max(60),
  note: z.string().trim().max(500).optional(),
})

/** Rejects everything that a reader has standing or waiting, as one action. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'rejected-all',
      ({ moderator, readerId, given, now }) =>
        rejectAllOf(moderator, { readerId, reason: given.reason, note: given.note || null }, now),
    ),
  )
}
