import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { saveComment } from '@/lib/comments/commands-keep'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'

const input = z.strictObject({ save: z.enum(['1', '0']).default('1'), from: z.literal('list').optional() })

type Props = { params: Promise<{ id: string }> }

const statuses = { 'signed-out': 401, 'no-comment': 404, 'too-many': 409 } as const

/** Keeps a comment in one's own list, or takes it out. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const commentId = publicId((await params).id)
    const parsed = input.safeParse((await readFields(request)) ?? {})
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const { save, from } = parsed.data
    const kept = await saveComment(await currentViewer(), { commentId, save: save === '1' }, new Date())
    const page = from === 'list' ? '/account/saved' : `/comments/${commentId}/more`
    if (kept.ok)
      return wantsJson(request) ? json(200, { id: commentId, saved: kept.value.saved }) : seeOther(page)
    const { error } = kept
    if (wantsJson(request)) return json(statuses[error], { error })
    if (error === 'no-comment') return refusal(request, 404, error)
    if (error === 'signed-out') return seeOther('/sign-in', { next: page })
    return seeOther(page, { problem: error })
  })
}
