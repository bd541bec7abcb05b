import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { trustReader } from '@/lib/moderation/commands-trust'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({ on: z.enum(['1', '0']) })

/** Has what a reader writes appear at once, or no longer. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      ({ on }) => (on === '1' ? 'trusted' : 'trust-ended'),
      ({ moderator, readerId, given, now }) =>
        trustReader(moderator, { readerId, on: given.on === '1' }, now),
    ),
  )
}
