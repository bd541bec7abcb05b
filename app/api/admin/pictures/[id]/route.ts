import { currentModerator } from '@/lib/auth'
import { describePicture } from '@/lib/newsroom/commands-pictures'
import { pictureWords } from '@/lib/newsroom/picture-words'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'
import { statusOf, turnAway } from '../../turned-away'

type Context = { params: Promise<{ id: string }> }

/** Keeps what is said of a picture. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    if (id === null) return refusal(request, 404, 'no-picture')
    const parsed = pictureWords.safeParse(await readFields(request))
    if (!parsed.success)
      return wantsJson(request)
        ? json(422, { error: 'bad-fields' })
        : seeOther(`/admin/pictures/${id}`, { problem: 'bad-fields' })
    const described = await describePicture(moderator, id, parsed.data, new Date())
    if (!described.ok)
      return refusal(
        request,
        described.error === 'no-picture' ? 404 : statusOf(described.error),
        described.error,
      )
    return wantsJson(request) ? json(200, { id }) : seeOther(`/admin/pictures/${id}`, { done: 'described' })
  })
}
