import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { deleteComment } from '@/lib/comments/commands-delete'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'

const input = z.strictObject({ what: z.enum(['comment', 'name']) })

type Props = { params: Promise<{ id: string }> }

/** Deletes one's own comment, or takes one's name off it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { what } = parsed.data
    const taken = await deleteComment(await currentViewer(), { commentId, what }, new Date())
    if (taken.ok) {
      const { id, state, anonymous } = taken.value
      return wantsJson(request) ? json(200, { id, state, anonymous }) : seeOther(`/comments/${id}/receipt`)
    }
    const { error } = taken
    if (error === 'no-comment') return refusal(request, 404, error)
    if (wantsJson(request)) return json(401, { error })
    return seeOther('/sign-in', { next: `/comments/${commentId}/delete` })
  })
}
