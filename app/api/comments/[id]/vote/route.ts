import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { recommend, type VoteRefusal } from '@/lib/comments/commands-vote'
import { publicId } from '@/lib/public-id'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'

const input = z.strictObject({ recommend: z.enum(['1', '0']).default('1') })

type Props = { params: Promise<{ id: string }> }

const statuses = {
  'signed-out': 401,
  banned: 403,
  own: 409,
  'no-comment': 404,
  'too-soon': 429,
} as const satisfies Record<VoteRefusal['error'], number>

/** Recommends a comment, or takes the recommendation back. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const commentId = publicId((await params).id)
    const parsed = input.safeParse((await readFields(request)) ?? {})
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const wanted = parsed.data.recommend === '1'
    const voted = await recommend(await currentViewer(), { commentId, recommend: wanted }, now)
    if (voted.ok) {
      const { recommended, recommendCount } = voted.value
      return wantsJson(request)
        ? json(200, { id: commentId, recommended, count: recommendCount })
        : seeOther(`/comments/${commentId}`)
    }
    const { error } = voted
    const retryAt = voted.error === 'too-soon' ? voted.retryAt : null
    if (wantsJson(request)) return json(statuses[error], { error }, retryAfter(retryAt, now))
    if (error === 'no-comment') return refusal(request, 404, error)
    if (error === 'signed-out') return seeOther('/sign-in', { next: `/comments/${commentId}/more` })
    return seeOther(`/comments/${commentId}/more`, { problem: error })
  })
}
