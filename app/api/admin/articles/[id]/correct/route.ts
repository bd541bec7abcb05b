import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import {
  beginCorrection,
  type CorrectionRefusal,
  dropCorrection,
  publishCorrection,
  writeCorrection,
} from '@/lib/newsroom/commands-correct'
import { correctingKinds } from '@/lib/newsroom/correction-text'
import type { Outcome } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { type Fields, readFields } from '../../../../read-fields'
import { turnAway } from '../../../turned-away'

const start = z.object({ kind: z.enum(correctingKinds), note: z.string() })
const text = z.strictObject({
  step: z.literal('text'),
  headline: z.string(),
  standfirst: z.string(),
  body: z.string(),
  base: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

const statuses = {
  'not-a-moderator': 403,
  'not-your-role': 403,
  'not-your-section': 403,
  'not-your-junior': 403,
  own: 403,
  'no-article': 404,
  'not-begun': 409,
  'under-hold': 409,
  'changed-meanwhile': 409,
  'nothing-changed': 409,
  'no-note': 422,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
} as const satisfies Record<CorrectionRefusal['error'], number>

type Props = { params: Promise<{ id: string }> }

/** One step of a correction. The fields say which. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const id = publicId((await params).id)
    if (id === null) return refusal(request, 404, 'no-article')
    const fields = (await readFields(request)) ?? {}
    switch (fields.step) {
      case 'kind': {
        const parsed = start.safeParse(fields)
        if (!parsed.success) return badFields(request, id, 'kind', 'no-kind')
        const begun = await beginCorrection(
          moderator,
          id,
          { ...parsed.data, errorIds: errorsIn(fields) },
          now,
        )
        return answer(request, id, begun, { from: 'kind', to: { step: 'text' } })
      }
      case 'text': {
        const parsed = text.safeParse(fields)
        if (!parsed.success) return badFields(request, id, 'text', 'bad-fields')
        const { body, ...typed } = parsed.data
        const written = await writeCorrection(moderator, id, { ...typed, text: body }, now)
        return answer(request, id, written, { from: 'text', to: { step: 'check' } })
      }
      case 'check': {
        const published = await publishCorrection(moderator, id, now)
        return answer(request, id, published, { from: 'check', to: { done: 'published' } })
      }
      case 'drop':
        return answer(request, id, await dropCorrection(moderator, id, now), { from: 'kind', to: {} })
      default:
        return badFields(request, id, 'kind', 'bad-fields')
    }
  })
}

/** The reports that were ticked: each is a field of its own, as forms without scripts send them. */
function errorsIn(fields: Fields): number[] {
  return Object.keys(fields).flatMap((name) => publicId(/^error-(\d+)$/.exec(name)?.[1] ?? '') ?? [])
}

type Way = { from: string; to: Record<string, string> }

function answer(
  request: Request,
  id: number,
  outcome: Outcome<object, CorrectionRefusal>,
  { from, to }: Way,
): Response {
  if (wantsJson(request))
    return outcome.ok
      ? json(200, { ...outcome.value })
      : json(statuses[outcome.error], { error: outcome.error })
  const page = `/admin/articles/${id}/correct`
  if (outcome.ok) return seeOther(page, to)
  const status = statuses[outcome.error]
  if (status === 403 || status === 404) return refusal(request, status, outcome.error)
  return seeOther(page, { step: from, problem: outcome.error })
}

function badFields(request: Request, id: number, step: string, problem: string): Response {
  return wantsJson(request)
    ? json(422, { error: problem })
    : seeOther(`/admin/articles/${id}/correct`, { step, problem })
}
