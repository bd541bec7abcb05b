import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { placeFor } from '@/lib/comments/pending'
import {
  beginCorrection,
  type CorrectionRefusal,
  dropCorrection,
  publishCorrection,
  writeCorrection,
} from '@/lib/newsroom/commands-correct'
import { correctingKinds } from '@/lib/newsroom/correction-text'
import { type Outcome, refused } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { json, refusal, seeOther, wantsJson } from '../../../../answer'
import { answering } from '../../../../answering'
import { letGo } from '../../../../kept-text'
import { type Fields, readFields } from '../../../../read-fields'
import { signInFirst, turnAway } from '../../../turned-away'
import { keepStep, letStepGo, type TypedStep } from '../../keep-steps'

const start = z.object({ kind: z.enum(correctingKinds), note: z.string() })
const text = z.strictObject({
  step: z.literal('text'),
  headline: z.string(),
  standfirst: z.string(),
  body: z.string(),
  bodyIds: z.string().optional(), // the editor's; paragraphs are known by what stands there
  base: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** The steps in which something is typed. */
const typedSteps = ['kind', 'text'] as const satisfies readonly TypedStep[]
/** Said on the page when what was typed is not there. */
const notKept = { kept: 'no' }

type StepRefusal = CorrectionRefusal | { error: 'no-kind' | 'bad-fields' }

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
  'no-kind': 422,
  'bad-fields': 422,
} as const satisfies Record<StepRefusal['error'], number>

type Props = { params: Promise<{ id: string }> }

/** One step of a correction. The fields say which. What is typed and not taken is given back by its page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    const id = publicId((await params).id)
    const fields = (await readFields(request)) ?? {}
    const typed = typedSteps.find((each) => each === fields.step)
    if (!moderator) return id === null ? turnAway(request) : signIn(request, id, fields)
    if (id === null) return refusal(request, 404, 'no-article')
    const step = await take(moderator, id, fields, new Date())
    if (wantsJson(request)) return answer(request, id, step)
    if (step.outcome.ok) {
      if (typed) await letStepGo(id, typed, moderator)
      if (fields.step === 'drop') await letGo(placeFor('correction', id))
      return answer(request, id, step)
    }
    const isKept = !typed || (await keepStep(id, typed, fields, moderator))
    return answer(request, id, step, isKept ? {} : notKept)
  })
}

/** Back to the step that was to be taken, with what was typed there. */
async function signIn(request: Request, id: number, fields: Fields): Promise<Response> {
  return signInFirst(request, async () => {
    const page = `/admin/articles/${id}/correct`
    if (fields.step === 'check') return `${page}?step=check&problem=signed-out`
    const typed = typedSteps.find((each) => each === fields.step)
    if (!typed) return `${page}?problem=signed-out`
    const isKept = await keepStep(id, typed, fields, null)
    return `${page}?step=${typed}&${isKept ? 'problem=signed-out' : 'kept=no'}`
  })
}

type Step = { outcome: Outcome<object, StepRefusal>; from: string; to: Record<string, string> }

async function take(moderator: Moderator, id: number, fields: Fields, now: Date): Promise<Step> {
  switch (fields.step) {
    case 'kind': {
      const parsed = start.safeParse(fields)
      const outcome = parsed.success
        ? await beginCorrection(moderator, id, { ...parsed.data, errorIds: errorsIn(fields) }, now)
        : refused({ error: 'no-kind' as const })
      return { outcome, from: 'kind', to: { step: 'text' } }
    }
    case 'text': {
      const parsed = text.safeParse(fields)
      const outcome = parsed.success
        ? await writeCorrection(moderator, id, { ...parsed.data, text: parsed.data.body }, now)
        : refused({ error: 'bad-fields' as const })
      return { outcome, from: 'text', to: { step: 'check' } }
    }
    case 'check':
      return {
        outcome: await publishCorrection(moderator, id, now),
        from: 'check',
        to: { done: 'published' },
      }
    case 'drop':
      return { outcome: await dropCorrection(moderator, id, now), from: 'kind', to: {} }
    default:
      return { outcome: refused({ error: 'bad-fields' }), from: 'kind', to: {} }
  }
}

/** The reports that were ticked: each is a field of its own, as forms without scripts send them. */
function errorsIn(fields: Fields): number[] {
  return Object.keys(fields).flatMap((name) => publicId(/^error-(\d+)$/.exec(name)?.[1] ?? '') ?? [])
}

function answer(request: Request, id: number, { outcome, from, to }: Step, besides = {}): Response {
  if (wantsJson(request))
    return outcome.ok
      ? json(200, { ...outcome.value })
      : json(statuses[outcome.error], { error: outcome.error })
  const page = `/admin/articles/${id}/correct`
  if (outcome.ok) return seeOther(page, to)
  const status = statuses[outcome.error]
  if (status === 403 || status === 404) return refusal(request, status, outcome.error)
  return seeOther(page, { step: from, problem: outcome.error, ...besides })
}
