import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { appealSanction, type SanctionAppealRefusal } from '@/lib/moderation/commands-sanction-appeal'
import { publicId } from '@/lib/public-id'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { keepForLater, letGo } from '../../../../kept-text'
import { readFields } from '../../../../read-fields'

const input = z.strictObject({ body: z.string() })

type Props = { params: Promise<{ id: string }> }

const statuses = {
  'no-sanction': 404,
  appealed: 409,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
  'too-soon': 429,
} as const satisfies Record<SanctionAppealRefusal['error'], number>

/** Appeals against what the newsroom decided about one's account. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const sanctionId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (sanctionId === null) return refusal(request, 404, 'no-sanction')
    const page = `/account/sanctions/${sanctionId}/appeal`
    if (!parsed.success)
      return wantsJson(request)
        ? json(422, { error: 'bad-fields' })
        : seeOther(page, { problem: 'bad-fields' })
    const [viewer, { body }] = [await currentViewer(), parsed.data]
    const place = placeFor('sanction-appeal', sanctionId)
    if (!viewer) {
      if (wantsJson(request)) return json(401, { error: 'signed-out' })
      await keepForLater({ ...place, body, about: null }, viewer, now)
      return seeOther('/sign-in', { next: page })
    }
    const made = await appealSanction(viewer, { sanctionId, body }, now)
    if (made.ok) {
      await letGo(place)
      const url = '/account'
      return wantsJson(request)
        ? json(made.value.isNew ? 201 : 200, { id: sanctionId, url })
        : seeOther(url, {}, '#sanctions')
    }
    const { error } = made
    const retryAt = made.error === 'too-soon' ? made.retryAt : null
    if (wantsJson(request)) return json(statuses[error], { error }, retryAfter(retryAt, now))
    if (error === 'no-sanction') return seeOther(page, { problem: error })
    await keepForLater({ ...place, body, about: null }, viewer, now)
    return seeOther(page, { problem: error, until: retryAt?.toISOString() })
  })
}
