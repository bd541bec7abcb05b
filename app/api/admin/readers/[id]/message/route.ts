import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { messageReader } from '@/lib/moderation/commands-note'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({ text: z.string() })

/** Writes to a reader, in the newsroom’s name. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'messaged',
      ({ moderator, readerId, given, now }) => messageReader(moderator, { readerId, ...given }, now),
    ),
  )
}
