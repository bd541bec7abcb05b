import { z } from 'zod'
import { nudgeSentence } from '@/app/nudge-sentence'
import { stoppedSentence } from '@/app/sanction-sentence'
import { longestContext, longestQuote } from '@/lib/articles/passage'
import { clientAddress, currentSession, currentViewer } from '@/lib/auth'
import { type PostRefusal, postComment } from '@/lib/comments/commands'
import { previewComment } from '@/lib/comments/commands-preview'
import type { PendingText } from '@/lib/comments/pending'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { publicId } from '@/lib/public-id'
import { listOwnSanctions } from '@/lib/readers/queries-sanction'
import type { Viewer } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../answer'
import { orAway } from '../answering'
import { keepForLater, letGo } from '../kept-text'
import { readFields } from '../read-fields'

const flag = z.enum(['', '1']).optional()
const text = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.slice(0, longest).toWellFormed())
    .optional()
const input = z.strictObject({
  article: z.string(),
  parent: z.string().optional(),
  body: z.string(),
  key: z.string().max(64).optional(),
  // The passage of the article it is about.
  quote: text(longestQuote),
  prefix: text(longestContext),
  suffix: text(longestContext),
  // Our own forms can show why a text would be held, before it is posted; `anyway` posts it nevertheless.
  nudge: flag,
  anyway: flag,
  preview: flag,
})

// No comment has it: a parent that is no id is like one that is not there.
const noComment = 0

/** Posts a comment. Whoever has yet to sign in, or to mend the text, or to look at it, finds it on /comments/new. */
export async function POST(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const now = new Date()
    const fields = await readFields(request)
    const parsed = fields ? input.safeParse(fields) : null
    if (!parsed?.success) return refusal(request, fields ? 422 : 400, 'bad-fields')
    const { article, parent, body, key = null, quote, prefix = '', suffix = '' } = parsed.data
    const articleId = publicId(article)
    if (articleId === null) return refusal(request, 404, 'no-article')
    const parentId = parent ? (publicId(parent) ?? noComment) : null
    const about = quote?.trim() ? { quote: quote.trim(), prefix, suffix } : null
    const written = { articleId, parentId, commentId: null, body, about }
    if (parsed.data.preview) return preview(request, written, await currentViewer(), now)
    const nudge = parsed.data.nudge === '1' && parsed.data.anyway !== '1'
    const posted = await postComment(
      await currentSession(),
      { articleId, parentId, body, key, about, nudge, from: await clientAddress() },
      now,
    )
    if (!posted.ok) return refuse(request, posted, written, now)
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

/** Shows what a text will look like, and keeps it: nothing is posted. */
async function preview(
  request: Request,
  written: PendingText,
  viewer: Viewer | null,
  now: Date,
): Promise<Response> {
  const from = viewer ? `reader ${viewer.id}` : await clientAddress()
  if (!wantsJson(request)) {
    const kept = await keepForLater(written, viewer, now)
    const problem = kept ? null : written.body.trim() === '' ? 'blank' : 'not-kept'
    const { articleId: article, parentId: parent } = written
    return seeOther('/comments/new', { article, parent, problem }, kept ? '#preview' : '')
  }
  const shown = await previewComment(written.body, { now, from })
  if (shown.ok) return json(200, { text: shown.value })
  const retryAt = shown.error === 'too-soon' ? shown.retryAt : null
  return json(statuses[shown.error], { error: shown.error }, retryAfter(retryAt, now))
}

const statuses = {
  'signed-out': 401,
  banned: 403,
  'no-article': 404,
  closed: 409,
  'no-parent': 422,
  'no-passage': 422,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
  nudge: 422,
  'too-soon': 429,
  slowed: 429,
  'slow-mode': 429,
} as const satisfies Record<PostRefusal['error'], number>

async function refuse(
  request: Request,
  refused: PostRefusal,
  written: PendingText,
  now: Date,
): Promise<Response> {
  const { error } = refused
  const viewer = await currentViewer()
  const retryAt = 'retryAt' in refused ? refused.retryAt : null
  const findings = refused.error === 'nudge' ? refused.findings : []
  if (wantsJson(request)) {
    const more =
      refused.error === 'nudge'
        ? { findings, sentence: nudgeSentence(findings.map(({ check }) => check)) }
        : error === 'closed'
          ? await keep()
          : await whyStopped()
    return json(statuses[error], { error, ...more }, retryAfter(retryAt, now))
  }
  if (error === 'no-article') return refusal(request, 404, error)
  // An answer to what is not there is kept as a comment of its own.
  const parentId = error === 'no-parent' ? null : written.parentId
  const about = error === 'no-passage' ? null : written.about
  const text = { ...written, parentId, about }
  const kept = await keepForLater(text, viewer, now)
  if (error === 'signed-out' && kept) return seeOther('/sign-in', { next: '/comments/new' })
  const problem = error !== 'signed-out' ? error : text.body === '' ? 'blank' : 'not-kept'
  const why = findings.map(({ check }) => check).join(',') || null
  return seeOther('/comments/new', {
    article: text.articleId,
    parent: parentId,
    problem,
    why,
    until: retryAt?.toISOString(),
  })

  /** By what, for how long and why, where it is a sanction that stopped them. */
  async function whyStopped() {
    if ((error !== 'banned' && error !== 'slowed') || !viewer) return {}
    const stopped = stoppedSentence(
      await listOwnSanctions(viewer, now),
      error,
      retryAt,
      await reasonSentences(),
    )
    return stopped ? { sentence: `${stopped} ${say('sanction.refused.inPlace')}` } : {}
  }

  /** What can be posted no more is kept for a day, for its writer to copy. */
  async function keep() {
    const kept = await keepForLater(written, viewer, now)
    return kept ? { kept, url: `/comments/new?article=${written.articleId}` } : { kept }
  }
}
