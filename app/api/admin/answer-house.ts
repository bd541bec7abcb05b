import type { Outcome } from '@/lib/outcome'
import { json, refusal, seeOther, wantsJson } from '../answer'
import { statusOf } from './turned-away'

type Way<T> = { page: string; done: string; fragment?: (value: T) => string }

const missing = ['no-section', 'no-author', 'no-page', 'no-tag']
const typed = [
  'blank',
  'too-long',
  'unreadable',
  'bad-slug',
  'bad-fields',
  'no-reader',
  'no-picture',
  'not-kept',
  'no-other-tag',
]

/** What became of a change of what the house is made of: programs are told, browsers led back to the page. */
export function answerHouse<T extends Record<string, unknown>>(
  request: Request,
  changed: Outcome<T, { error: string }>,
  { page, done, fragment }: Way<T>,
): Response {
  if (changed.ok) {
    if (wantsJson(request)) return json(done === 'added' ? 201 : 200, changed.value)
    return seeOther(page, { done }, fragment?.(changed.value))
  }
  const { error } = changed
  const status = missing.includes(error) ? 404 : typed.includes(error) ? 422 : statusOf(error)
  if (wantsJson(request)) return json(status, { error })
  return status === 403 ? refusal(request, 403, error) : seeOther(page, { problem: error })
}
