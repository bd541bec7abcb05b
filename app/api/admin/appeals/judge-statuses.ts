import type { JudgeRefusal } from '@/lib/moderation/commands-judge'
import type { JudgeSanctionRefusal } from '@/lib/moderation/commands-sanction-appeal'

/** The status of each reason for which nothing is judged. */
export const judgeStatuses = {
  'not-a-moderator': 403,
  own: 403,
  'not-your-role': 403,
  'not-your-junior': 403,
  'not-your-section': 403,
  'own-decision': 403,
  'own-comment': 403,
  'no-appeal': 404,
  overtaken: 409,
  'judged-meanwhile': 409,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
} as const satisfies Record<(JudgeRefusal | JudgeSanctionRefusal)['error'], number>
