import { z } from 'zod'
import { clientAddress, currentViewer } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import { type ErrorReportRefusal, reportError } from '@/lib/newsroom/commands-errors'
import { publicId } from '@/lib/public-id'
import { json, refusal, retryAfter, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { keepForLater, letGo } from '../../../kept-text'
import { readFields } from '../../../read-fields'

const input = z.strictObject({ quote: z.string(), words: z.string() })

const statuses = {
  banned: 403,
  'no-article': 404,
  'too-many': 409,
  'no-passage': 422,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
  'too-soon': 429,
} as const satisfies Record<ErrorReportRefusal['error'], number>

type Props = { params: Promise<{ id: string }> }

/** Takes what a reader says is wrong in a sentence. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const articleId = publicId((await params).id)
    if (articleId === null) return refusal(request, 404, 'no-article')
    const page = `/news/${articleId}/report-error`
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success)
      return wantsJson(request)
        ? json(422, { error: 'bad-fields' })
        : seeOther(page, { problem: 'bad-fields' })
    const viewer = await currentViewer()
    const report = { ...parsed.data, articleId, address: await clientAddress() }
    const reported = await reportError(viewer, report, now)
    const place = placeFor('error-report', articleId)
    if (reported.ok) {
      await letGo(place)
      return wantsJson(request) ? json(201, { ...reported.value }) : seeOther(page, { done: 'reported' })
    }
    const { error } = reported
    const retryAt = reported.error === 'too-soon' ? reported.retryAt : null
    if (wantsJson(request)) return json(statuses[error], { error }, retryAfter(retryAt, now))
    if (error === 'no-article') return refusal(request, 404, error)
    await keepForLater({ ...place, body: JSON.stringify(parsed.data), about: null }, viewer, now)
    return seeOther(page, { problem: error })
  })
}
