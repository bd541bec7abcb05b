import { z } from 'zod'
import { placeFor, type TextPlace } from '@/lib/comments/pending'
import { judgements } from '@/lib/moderation/appeal'
import type { JudgeRefusal } from '@/lib/moderation/commands-judge'
import type { JudgeSanctionRefusal } from '@/lib/moderation/commands-sanction-appeal'
import type { Outcome } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { letGo } from '../../kept-text'
import { readFields } from '../../read-fields'
import { turnAway } from '../turned-away'
import { answerRefusedJudge } from './answer-judge'

export type Props = { params: Promise<{ id: string }> }

const input = z.strictObject({ outcome: z.enum(judgements), body: z.string() })

type Judgement = { appealId: number; outcome: (typeof judgements)[number]; answer: string }
/** What an appeal is against: where its answer is kept, how it is judged, what programs and the page are told. */
type Kind<Value> = {
  place: 'judgement' | 'sanction-judgement'
  judge(
    moderator: Moderator,
    judgement: Judgement,
    now: Date,
  ): Promise<Outcome<Value, JudgeRefusal | JudgeSanctionRefusal>>
  told(judgement: Judgement, value: Value): Record<string, unknown>
  done(appealId: number): Record<string, number>
  back(appealId: number): Record<string, number | null>
}

/** Takes a judgement of an appeal: turns away who is no moderator, and keeps the answer of whose judgement is refused. */
export async function onAppeal<Value>(
  { request, params, moderator }: { request: Request; moderator: Moderator | null } & Props,
  kind: Kind<Value>,
): Promise<Response> {
  const now = new Date()
  if (!moderator) return turnAway(request)
  const appealId = publicId((await params).id)
  const parsed = input.safeParse(await readFields(request))
  if (appealId === null) return refusal(request, 404, 'no-appeal')
  if (!parsed.success)
    return wantsJson(request)
      ? json(422, { error: 'bad-fields' })
      : seeOther('/admin/appeals', { problem: 'bad-fields' })
  const { outcome, body: answer } = parsed.data
  const judgement = { appealId, outcome, answer }
  const judged = await kind.judge(moderator, judgement, now)
  const place: TextPlace = placeFor(kind.place, appealId)
  if (!judged.ok)
    return answerRefusedJudge(request, judged, { moderator, place, answer, now }, kind.back(appealId))
  await letGo(place)
  return wantsJson(request)
    ? json(200, kind.told(judgement, judged.value))
    : seeOther('/admin/appeals', { done: outcome, ...kind.done(appealId) })
}
