import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { type AppealRefusal, makeAppeal } from '@/lib/moderation/commands-appeal'
import { publicId } from '@/lib/public-id'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { keepForLater, letGo } from '../../../kept-text'
import { readFields } from '../../../read-fields'

const input = z.strictObject({ body: z.string() })

type Props = { params: Promise<{ id: string }> }

const statuses = {
  'signed-out': 401,
  'no-comment': 404,
  'nothing-to-appeal': 409,
  appealed: 409,
  'too-late': 403,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
  'too-soon': 429,
} as const satisfies Record<AppealRefusal['error'], number>

/** Appeals against the refusal of one's own comment or edit. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (commentId === null) return refusal(request, 404, 'no-comment')
    const page = `/comments/${commentId}/appeal`
    if (!parsed.success)
      return wantsJson(request)
        ? json(422, { error: 'bad-fields' })
        : seeOther(page, { problem: 'bad-fields' })
    const [viewer, { body }] = [await currentViewer(), parsed.data]
    const made = await makeAppeal(viewer, { commentId, body }, now)
    const place = placeFor('appeal', commentId)
    if (made.ok) {
      await letGo(place)
      const url = `/comments/${commentId}/receipt`
      return wantsJson(request)
        ? json(made.value.isNew ? 201 : 200, { id: commentId, url })
        : seeOther(url, {}, '#appeal')
    }
    const { error } = made
    const retryAt = made.error === 'too-soon' ? made.retryAt : null
    if (wantsJson(request)) return json(statuses[error], { error }, retryAfter(retryAt, now))
    if (error === 'no-comment') return refusal(request, 404, error)
    await keepForLater({ ...place, body, about: null }, viewer, now)
    if (error === 'signed-out') return seeOther('/sign-in', { next: page })
    return seeOther(page, { problem: error, until: retryAt?.toISOString() })
  })
}
