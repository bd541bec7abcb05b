import type { TextPlace } from '@/lib/comments/pending'
import type { JudgeRefusal } from '@/lib/moderation/commands-judge'
import type { JudgeSanctionRefusal } from '@/lib/moderation/commands-sanction-appeal'
import type { Moderator } from '@/lib/readers/viewer'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { keepForLater } from '../../kept-text'
import { judgeStatuses } from './judge-statuses'

type Attempt = { moderator: Moderator; place: TextPlace; answer: string; now: Date }

/** Tells a judge why nothing was judged, and keeps the answer they wrote; `back` is what the page is to point at. */
export async function answerRefusedJudge(
  request: Request,
  refused: JudgeRefusal | JudgeSanctionRefusal,
  { moderator, place, answer, now }: Attempt,
  back: Record<string, number | null>,
): Promise<Response> {
  const { error } = refused
  const told =
    refused.error === 'judged-meanwhile'
      ? { error, outcome: refused.outcome, by: refused.by, at: refused.at.toISOString() }
      : { error }
  if (wantsJson(request)) return json(judgeStatuses[error], told)
  if (error === 'not-a-moderator') return refusal(request, 403, error)
  await keepForLater({ ...place, body: answer, about: null }, moderator, now)
  return seeOther('/admin/appeals', { problem: error, ...back })
}
