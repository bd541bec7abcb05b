import { currentModerator } from '@/lib/auth'
import { releaseHand } from '@/lib/moderation/commands-claim'
import { json, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { turnAway } from '../../turned-away'

/** Gives back what the moderator has before them and has not decided. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const count = await releaseHand(moderator)
    return wantsJson(request) ? json(200, { released: count }) : seeOther('/admin', { released: count })
  })
}
