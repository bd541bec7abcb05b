import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { saveQueue } from '@/lib/moderation/commands-queues'
import { placeFrom } from '@/lib/moderation/queue-place'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'
import { backTo, from } from '../return-to'
import { turnAway } from '../turned-away'

const input = z.strictObject({
  name: z.string().max(200),
  minutes: z.string().max(20).optional(),
  from,
})

/** Keeps a queue's filter for the newsroom, under a name. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { name, minutes = '', from: place } = parsed.data
    const promisedMinutes = minutes.trim() === '' ? null : Number(minutes)
    const { filter } = placeFrom(place)
    const saved = await saveQueue(moderator, { name, filter, promisedMinutes }, new Date())
    if (saved.ok)
      return wantsJson(request) ? json(201, saved.value) : seeOther('/admin/queue', { saved: saved.value.id })
    return wantsJson(request)
      ? json(422, { error: saved.error })
      : backTo(place, { unsaved: saved.error, name, minutes })
  })
}
