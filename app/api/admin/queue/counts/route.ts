import { savedCount } from '@/app/admin/saved-count'
import { currentModerator } from '@/lib/auth'
import { countOpenAppeals } from '@/lib/moderation/queries-appeals'
import { countQueues } from '@/lib/moderation/queries-queue'
import { listSavedQueues } from '@/lib/moderation/queries-saved'
import { json } from '../../../answer'
import { orAway } from '../../../answering'
import { turnAway } from '../../turned-away'

/** How many wait in each queue, for pages that are open. */
export async function GET(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const now = new Date()
    const [counts, appeals, saved] = await Promise.all([
      countQueues(moderator),
      countOpenAppeals(moderator, now),
      listSavedQueues(moderator, now),
    ])
    const savedCounts = saved.map((queue) => [`saved-${queue.id}`, savedCount(queue)])
    return json(200, { ...counts, appeals, ...Object.fromEntries(savedCounts) })
  })
}
