import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { type ReportRefusal, reportComment } from '@/lib/moderation/commands-report'
import { reasonForm } from '@/lib/moderation/reasons'
import { publicId } from '@/lib/public-id'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'

/** The database holds no limit: a note is for the desk to read. */
const longestNote = 1_000

const input = z.strictObject({
  reason: z.string().regex(reasonForm).max(60),
  note: z.string().trim().max(longestNote).optional(),
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
})

type Props = { params: Promise<{ id: string }> }

const statuses = {
  'signed-out': 401,
  banned: 403,
  own: 409,
  'no-reason': 422,
  'no-comment': 404,
  'too-soon': 429,
} as const satisfies Record<ReportRefusal['error'], number>

/** Reports a comment to the desk. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (commentId === null) return refusal(request, 404, 'no-comment')
    const page = `/comments/${commentId}/report`
    if (!parsed.success)
      return wantsJson(request)
        ? json(422, { error: 'bad-fields' })
        : seeOther(page, { problem: 'bad-fields' })
    const { reason, note, revision } = parsed.data
    const given = { commentId, revisionId: revision ?? null, reason, note: note || null }
    const reported = await reportComment(await currentViewer(), given, now)
    if (reported.ok)
      return wantsJson(request)
        ? json(reported.value.isNew ? 201 : 200, { id: commentId, isNew: reported.value.isNew })
        : seeOther(page, { done: reported.value.isNew ? 'reported' : 'before' })
    const { error } = reported
    const retryAt = reported.error === 'too-soon' ? reported.retryAt : null
    if (wantsJson(request)) return json(statuses[error], { error }, retryAfter(retryAt, now))
    if (error === 'no-comment') return refusal(request, 404, error)
    if (error === 'signed-out') return seeOther('/sign-in', { next: page })
    return seeOther(page, { problem: error })
  })
}
