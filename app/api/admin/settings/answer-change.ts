import type { ModeRefusal } from '@/lib/moderation/commands-modes'
import type { Outcome } from '@/lib/outcome'
import { json, refusal, seeOther, wantsJson } from '../../answer'

const statuses = {
  'not-a-moderator': 403,
  'not-your-role': 403,
  'not-your-section': 403,
  'not-your-junior': 403,
  own: 403,
  'no-section': 404,
  'no-article': 404,
  'no-reader': 404,
  'out-of-range': 422,
  'article-mode': 422,
  'bad-fields': 422,
} as const satisfies Record<ModeRefusal['error'] | 'bad-fields', number>

type Changed = Outcome<Record<string, never>, ModeRefusal | { error: 'bad-fields' }>

/** What came of a change of the settings: for programs as JSON, for browsers on the page. */
export function answerChange(
  request: Request,
  changed: Changed,
  done: 'site' | 'section' | 'article',
  article?: number,
): Response {
  const fragment = article === undefined ? '' : '#article'
  if (changed.ok)
    return wantsJson(request) ? json(200, {}) : seeOther('/admin/settings', { done, article }, fragment)
  const { error } = changed
  if (wantsJson(request)) return json(statuses[error], { error })
  if (error === 'not-a-moderator') return refusal(request, 403, error)
  return seeOther('/admin/settings', { problem: error === 'article-mode' ? 'bad-fields' : error, article })
}
