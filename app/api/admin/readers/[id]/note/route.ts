import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { noteReader } from '@/lib/moderation/commands-note'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({ text: z.string() })

/** Keeps a note about a reader. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'noted',
      ({ moderator, readerId, given, now }) => noteReader(moderator, { readerId, ...given }, now),
    ),
  )
}
