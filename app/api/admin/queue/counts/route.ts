import { currentModerator } from '@/lib/auth'
import { countQueues } from '@/lib/moderation/queries-queue'
import { json } from '../../../answer'
import { orAway } from '../../../answering'
import { turnAway } from '../../turned-away'

/** How many wait in each queue, for pages that are open. */
export async function GET(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    return json(200, await countQueues(moderator))
  })
}
