import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { liftSanction } from '@/lib/moderation/commands-sanction'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({
  sanction: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})

/** Takes a sanction back. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'lifted',
      ({ moderator, readerId, given, now }) =>
        liftSanction(moderator, { readerId, sanctionId: given.sanction }, now),
    ),
  )
}
