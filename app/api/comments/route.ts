import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { type PostRefusal, postComment } from '@/lib/comments/commands'
import type { PendingText } from '@/lib/comments/pending'
import { publicId } from '@/lib/public-id'
import type { Viewer } from '@/lib/readers/viewer'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../answer'
import { answering } from '../answering'
import { keepForLater, letGo } from '../kept-text'
import { readFields } from '../read-fields'

const input = z.strictObject({
  article: z.string(),
  parent: z.string().optional(),
  body: z.string(),
  key: z.string().max(64).optional(),
})

// No comment has it: a parent that is no id is like one that is not there.
const noComment = 0

/** Posts a comment. Whoever has yet to sign in, or to mend the text, finds it on /comments/new. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const fields = await readFields(request)
    const parsed = fields ? input.safeParse(fields) : null
    if (!parsed?.success) return refusal(request, fields ? 422 : 400, 'bad-fields')
    const { article, parent, body, key = null } = parsed.data
    const articleId = publicId(article)
    if (articleId === null) return refusal(request, 404, 'no-article')
    const parentId = parent ? (publicId(parent) ?? noComment) : null
    const viewer = await currentViewer()
    const posted = await postComment(viewer, { articleId, parentId, body, key }, now)
    if (!posted.ok)
      return refuse(request, posted, { articleId, parentId, commentId: null, body }, viewer, now)
    await letGo({ articleId, parentId, commentId: null })
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
  written: PendingText,
  viewer: Viewer | null,
  now: Date,
): Promise<Response> {
  const { error } = refused
  const retryAt = refused.error === 'too-soon' ? refused.retryAt : null
  if (wantsJson(request)) return json(statuses[error], { error }, retryAfter(retryAt, now))
  if (error === 'no-article') return refusal(request, 404, error)
  // An answer to what is not there is kept as a comment of its own.
  const text = error === 'no-parent' ? { ...written, parentId: null } : written
  const kept = await keepForLater(text, viewer, now)
  if (error === 'signed-out' && kept) return seeOther('/sign-in', { next: '/comments/new' })
  const problem = error !== 'signed-out' ? error : text.body === '' ? 'blank' : 'not-kept'
  const { articleId: article, parentId: parent } = text
  return seeOther('/comments/new', { article, parent, problem, until: retryAt?.toISOString() })
}
