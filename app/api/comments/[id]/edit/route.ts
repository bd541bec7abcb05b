import { z } from 'zod'
import { nudgeSentence } from '@/app/nudge-sentence'
import { currentViewer } from '@/lib/auth'
import { type EditRefusal, editComment } from '@/lib/comments/commands-edit'
import { publicId } from '@/lib/public-id'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { keepForLater, letGo } from '../../../kept-text'
import { readFields } from '../../../read-fields'

const input = z.strictObject({
  body: z.string(),
  revision: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
  nudge: z.enum(['', '1']).optional(),
  anyway: z.enum(['', '1']).optional(),
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
  nudge: 422,
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
    const nudge = parsed.data.nudge === '1' && parsed.data.anyway !== '1'
    const edited = await editComment(viewer, { commentId, revisionId, body, nudge }, now)
    if (edited.ok) {
      await letGo(placeOf(commentId))
      const { id, state } = edited.value
      const url = state === 'published' ? `/comments/${id}` : `/comments/${id}/receipt`
      return wantsJson(request) ? json(state === 'published' ? 200 : 202, { id, state, url }) : seeOther(url)
    }
    const { error } = edited
    const retryAt = edited.error === 'too-soon' ? edited.retryAt : null
    const findings = edited.error === 'nudge' ? edited.findings : []
    if (wantsJson(request))
      return json(
        statuses[error],
        error === 'nudge'
          ? { error, findings, sentence: nudgeSentence(findings.map(({ check }) => check)) }
          : { error },
        retryAfter(retryAt, now),
      )
    if (error === 'no-comment') return refusal(request, 404, error)
    await keepForLater({ ...placeOf(commentId), body, about: null }, viewer, now)
    const page = `/comments/${commentId}/edit`
    if (error === 'signed-out') return seeOther('/sign-in', { next: page })
    const why = findings.map(({ check }) => check).join(',') || null
    return seeOther(page, { problem: error, why, until: retryAt?.toISOString() })
  })
}

/** A text in the place of a comment's words; where that comment stands does not matter. */
function placeOf(commentId: number) {
  return { articleId: 0, parentId: null, commentId }
}
