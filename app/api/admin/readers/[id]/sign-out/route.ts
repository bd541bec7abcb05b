import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { signOutReader } from '@/lib/moderation/commands-role'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({})

/** Ends every session of a reader. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'signed-out',
      ({ moderator, readerId, now }) => signOutReader(moderator, { readerId }, now),
    ),
  )
}
