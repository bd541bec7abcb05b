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

/** What came of a change of the front page: for programs as JSON, for browsers on the page. */
export function answerArranged(request: Request, arranged: Arranged, did: 'arranged' | 'restored'): Response {
  if (arranged.ok)
    return wantsJson(request) ? json(200, arranged.value) : seeOther('/admin/front', { done: did })
  const { error } = arranged
  const status = statuses[error]
  if (wantsJson(request)) return json(status, { error })
  return status === 403 ? refusal(request, status, error) : seeOther('/admin/front', { problem: error })
}
