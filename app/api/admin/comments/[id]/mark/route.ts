import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { markComment, marks } from '@/lib/moderation/commands-mark'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { readFields } from '../../../../read-fields'
import { statusOf, turnAway } from '../../../turned-away'

const input = z.strictObject({
  mark: z.enum(marks),
  on: z.enum(['1', '0']).transform((on) => on === '1'),
})

type Props = { params: Promise<{ id: string }> }

/** Picks or pins a comment, or takes that back. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const commentId = publicId((await params).id)
    const parsed = input.safeParse(await readFields(request))
    if (commentId === null) return refusal(request, 404, 'no-comment')
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const marked = await markComment(moderator, { commentId, ...parsed.data }, new Date())
    if (wantsJson(request)) {
      if (!marked.ok) return json(statusOf(marked.error), { error: marked.error })
      return json(200, { id: commentId, mark: marked.value.mark, on: marked.value.on })
    }
    return seeOther(`/admin/comments/${commentId}`, marked.ok ? {} : { unmarked: marked.error })
  })
}
