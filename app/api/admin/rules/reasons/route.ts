import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { addRule } from '@/lib/moderation/commands-rules'
import { answering } from '../../../answering'
import { keepForLater, letGo } from '../../../kept-text'
import { readFields } from '../../../read-fields'
import { turnAway } from '../../turned-away'
import { answerChange, badFields } from './answer-change'

const input = z.strictObject({ title: z.string(), reason: z.string(), text: z.string() })

/** Adds a rule to the library. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return badFields(request)
    const changed = await addRule(moderator, parsed.data, now)
    const place = placeFor('house-rule', 0)
    if (changed.ok) await letGo(place)
    else await keepForLater({ ...place, body: JSON.stringify(parsed.data), about: null }, moderator, now)
    return answerChange(request, changed, { done: 'added', code: null })
  })
}
