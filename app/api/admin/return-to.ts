import { z } from 'zod'
import { placeFrom, queuePath } from '@/lib/moderation/queue-place'
import { seeOther } from '../answer'

/** The place in the queue that a form of the desk was on. */
export const from = z.string().max(500).optional()

/** Back to that place, where it says what was done or why not: right above what comes next. */
export function backTo(
  place: string | undefined,
  told: Record<string, string | number | null | undefined>,
): Response {
  return seeOther(queuePath(placeFrom(place)), told, '#decided')
}
