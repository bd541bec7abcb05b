import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { type EditRefusal, editComment } from '@/lib/comments/commands'
import { findReceipt } from '@/lib/comments/queries'
import { publicId } from '@/lib/public-id'
import { json, refusal, secondsUntil, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { keepForLater, letGo } from '../../../kept-text'
import { readFields } from '../../../read-fields'

const input = z.strictObject({
  body: z.string(),
  revision: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})

type Props = { params: Promise<{ id: string }> }

const statuses = {
  'signed-out': 401,
  banned: 403,
  'no-comment': 404,
  closed: 409,
  'window-over': 403,
  'not-editable': 409,
  'changed-meanwhile': 409,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
  'too-soon': 429,
} as const satisfies Record<EditRefusal['error'], number>

/** Edits one's own comment: a new revision through the same checks. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const viewer = await currentViewer()
    const { revision: revisionId, body } = parsed.data
    const edited = await editComment(viewer, { commentId, revisionId, body }, now)
    if (edited.ok) {
      await letGo()
      const { id, state } = edited.value
      return wantsJson(request)
        ? json(state === 'published' ? 200 : 202, { id, state })
        : seeOther(state === 'published' ? `/comments/${id}` : `/comments/${id}/receipt`)
    }
    const { error } = edited
    if (wantsJson(request))
      return json(
        statuses[error],
        { error },
        edited.error === 'too-soon' ? { 'retry-after': secondsUntil(edited.retryAt, now) } : {},
      )
    if (error === 'no-comment') return refusal(request, 404, error)
    if (!viewer || error === 'signed-out')
      return seeOther('/sign-in', { next: `/comments/${commentId}/edit` })
    const comment = await findReceipt(viewer, commentId)
    if (comment) await keepForLater({ articleId: comment.article.id, parentId: comment.parentId, body }, now)
    return seeOther(`/comments/${commentId}/edit`, {
      problem: error,
      until: edited.error === 'too-soon' ? edited.retryAt.toISOString() : null,
    })
  })
}
