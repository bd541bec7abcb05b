import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { undoBatch } from '@/lib/moderation/commands-undo-batch'
import { answering } from '../../../../answering'
import { onFile, type Props } from '../on-file'

const input = z.strictObject({
  action: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})

/** Puts back what was decided about all of a reader’s comments together. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () =>
    onFile(
      { request, params, moderator: await currentModerator() },
      input,
      'put-back',
      ({ moderator, given, now }) => undoBatch(moderator, given.action, now),
    ),
  )
}
