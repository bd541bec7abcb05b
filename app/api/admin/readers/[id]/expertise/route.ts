import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { nameExpert } from '@/lib/moderation/commands-expert'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({ expertise: z.string().max(1_000) })

/** Says beside a reader's name what they know, or no longer. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      ({ expertise }) => (expertise.trim() === '' ? 'expert-ended' : 'expert-named'),
      ({ moderator, readerId, given, now }) => nameExpert(moderator, { readerId, ...given }, now),
    ),
  )
}
