import type { FrontRefusal } from '@/lib/newsroom/commands-front'
import type { Outcome } from '@/lib/outcome'
import { json, refusal, seeOther, wantsJson } from '../../answer'

const statuses = {
  'not-a-moderator': 403,
  'not-your-role': 403,
  'not-your-section': 403,
  'not-your-junior': 403,
  own: 403,
  'no-arrangement': 404,
  'changed-meanwhile': 409,
  'not-published': 422,
  'pinned-twice': 422,
  'over-already': 422,
  'bad-fields': 422,
} as const satisfies Record<FrontRefusal['error'] | 'bad-fields', number>

type Arranged = Outcome<{ id: number }, FrontRefusal | { error: 'bad-fields' }>

/**
 * What came of a change of the front page: for programs as JSON, for browsers on the page, where a refused form has what
 * was typed. Where somebody else was faster the page shows theirs.
 */
export function answerArranged(
  request: Request,
  arranged: Arranged,
  did: 'arranged' | 'restored',
  typed: Record<string, string> = {},
): Response {
  if (arranged.ok)
    return wantsJson(request) ? json(200, arranged.value) : seeOther('/admin/front', { done: did })
  const { error } = arranged
  const status = statuses[error]
  if (wantsJson(request)) return json(status, { error })
  if (status === 403) return refusal(request, status, error)
  return seeOther('/admin/front', { ...(error === 'changed-meanwhile' ? {} : typed), problem: error })
}
