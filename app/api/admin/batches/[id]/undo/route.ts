import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { undoBatch } from '@/lib/moderation/commands-undo-batch'
import { publicId } from '@/lib/public-id'
import { json, refusal, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { backTo, from } from '../../../return-to'
import { turnAway } from '../../../turned-away'

const input = z.strictObject({ from })

type Props = { params: Promise<{ id: string }> }

/** Takes back what was decided together. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const actionId = publicId((await params).id)
    const parsed = input.safeParse((await readFields(request)) ?? {})
    if (actionId === null) return refusal(request, 404, 'no-action')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const undone = await undoBatch(moderator, actionId, new Date())
    if (undone.ok) {
      const { decided, left } = undone.value
      return wantsJson(request)
        ? json(200, { action: undone.value.actionId, decided, left })
        : backTo(parsed.data.from, { batch: undone.value.actionId, left: left.length || null })
    }
    return wantsJson(request)
      ? json(undone.error === 'no-action' ? 404 : 409, { error: undone.error })
      : backTo(parsed.data.from, { conflict: undone.error })
  })
}
