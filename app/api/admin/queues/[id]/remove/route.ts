import { currentModerator } from '@/lib/auth'
import { removeQueue } from '@/lib/moderation/commands-queues'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { turnAway } from '../../../turned-away'

type Props = { params: Promise<{ id: string }> }

/** Takes a saved queue away; what waits in it waits on. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    if (id === null) return refusal(request, 404, 'no-queue')
    const removed = await removeQueue(moderator, id, new Date())
    if (!removed.ok) return refusal(request, removed.error === 'no-queue' ? 404 : 403, removed.error)
    return wantsJson(request) ? json(200, { id }) : seeOther('/admin/queue')
  })
}
