import { currentModerator } from '@/lib/auth'
import { countOpenAppeals } from '@/lib/moderation/queries-appeals'
import { countQueues } from '@/lib/moderation/queries-queue'
import { json } from '../../../answer'
import { orAway } from '../../../answering'
import { turnAway } from '../../turned-away'

/** How many wait in each queue, for pages that are open. */
export async function GET(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const [counts, appeals] = await Promise.all([
      countQueues(moderator),
      countOpenAppeals(moderator, new Date()),
    ])
    return json(200, { ...counts, appeals })
  })
}
