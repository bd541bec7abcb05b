import type { ModeRefusal } from '@/lib/moderation/commands-modes'
import type { QuestionsRefusal } from '@/lib/moderation/commands-questions'
import type { Outcome } from '@/lib/outcome'
import { json, refusal, seeOther, wantsJson } from '../../answer'

type Refusal = ModeRefusal | QuestionsRefusal | { error: 'bad-fields' }

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
  'bad-title': 422,
  'too-many-guests': 409,
} as const satisfies Record<Refusal['error'], number>

type Changed = Outcome<Record<string, never>, Refusal>

/** What came of a change of the settings: for programs as JSON, for browsers on the page. */
export function answerChange(
  request: Request,
  changed: Changed,
  done: 'site' | 'section' | 'article' | 'questions',
  article?: number,
  /** What comes back to whoever typed what was not taken. */
  typed: Record<string, string> = {},
): Response {
  const fragment = article === undefined ? '' : '#article'
  if (changed.ok)
    return wantsJson(request) ? json(200, {}) : seeOther('/admin/settings', { done, article }, fragment)
  const { error } = changed
  if (wantsJson(request)) return json(statuses[error], { error })
  if (error === 'not-a-moderator') return refusal(request, 403, error)
  return seeOther('/admin/settings', {
    problem: error === 'article-mode' ? 'bad-fields' : error,
    article,
    ...typed,
  })
}
