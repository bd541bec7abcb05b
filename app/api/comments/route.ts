import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { type PostRefusal, postComment } from '@/lib/comments/commands'
import { publicId } from '@/lib/public-id'
import { json, refusal, secondsUntil, seeOther, wantsJson } from '../answer'
import { answering } from '../answering'
import { keepForLater, letGo } from '../kept-text'
import { readFields } from '../read-fields'

const id = z.string().transform((text, context) => {
  const read = publicId(text)
  if (read === null) context.addIssue({ code: 'custom', message: 'no id' })
  return read ?? 0
})
const input = z.strictObject({
  article: id,
  parent: z.union([z.literal('').transform(() => undefined), id]).optional(),
  body: z.string(),
  key: z.string().max(64).optional(),
})

/** Posts a comment. Whoever has yet to sign in, or to mend the text, finds it on /comments/new. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const fields = await readFields(request)
    const parsed = fields ? input.safeParse(fields) : null
    if (!parsed?.success) return notReadable(request, fields)
    const { article: articleId, parent: parentId = null, body, key = null } = parsed.data
    const posted = await postComment(await currentViewer(), { articleId, parentId, body, key }, now)
    if (!posted.ok) return refuse(request, posted, { articleId, parentId, body }, now)
    await letGo({ articleId, parentId })
    const { id, state } = posted.value
    const place = state === 'published' ? `/comments/${id}` : `/comments/${id}/receipt`
    if (wantsJson(request))
      return json(
        state === 'published' ? 201 : 202,
        { id, state, url: place, receipt: `/comments/${id}/receipt` },
        { location: place },
      )
    return seeOther(place)
  })
}

const statuses = {
  'signed-out': 401,
  banned: 403,
  'no-article': 404,
  closed: 409,
  'no-parent': 422,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
  'too-soon': 429,
} as const satisfies Record<PostRefusal['error'], number>

async function refuse(
  request: Request,
  refused: PostRefusal,
  text: { articleId: number; parentId: number | null; body: string },
  now: Date,
): Promise<Response> {
  const { error } = refused
  if (wantsJson(request)) {
    const headers: Record<string, string> =
      refused.error === 'too-soon' ? { 'retry-after': secondsUntil(refused.retryAt, now) } : {}
    return json(statuses[error], { error }, headers)
  }
  if (error === 'no-article') return refusal(request, 404, error)
  const kept = await keepForLater(text, now)
  if (error === 'signed-out' && (kept || text.body.trim() === ''))
    return kept ? seeOther('/sign-in', { next: '/comments/new' }) : compose(text, 'blank')
  return compose(
    text,
    error === 'signed-out' ? 'not-kept' : error,
    refused.error === 'too-soon' ? refused.retryAt : undefined,
  )
}

function compose(
  { articleId, parentId }: { articleId: number; parentId: number | null },
  problem: string,
  until?: Date,
): Response {
  return seeOther('/comments/new', {
    article: articleId,
    parent: problem === 'no-parent' ? null : parentId,
    problem,
    until: until?.toISOString(),
  })
}

/** A form whose fields are not a comment's. An article's id that is none names no article. */
function notReadable(request: Request, fields: Record<string, string> | null): Response {
  if (fields && publicId(fields.article ?? '') === null) return refusal(request, 404, 'no-article')
  return refusal(request, fields ? 422 : 400, 'bad-fields')
}
