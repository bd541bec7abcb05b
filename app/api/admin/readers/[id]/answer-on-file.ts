import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { statusOf } from '../../turned-away'

type Answered = { ok: true; value: Record<string, unknown> } | { ok: false; error: string }

const asWritten = [
  'bad-fields',
  'needs-end',
  'end-is-past',
  'needs-minutes',
  'blank',
  'too-long',
  'no-section',
]

/** What came of a form about a reader: for programs as JSON, for browsers on the reader's file. */
export function answerOnFile(request: Request, readerId: number, answered: Answered, done: string): Response {
  const page = `/admin/readers/${readerId}`
  if (answered.ok) return wantsJson(request) ? json(200, answered.value) : seeOther(page, { done })
  const { error } = answered
  const status = asWritten.includes(error) ? 422 : statusOf(error)
  if (wantsJson(request)) return json(status, { error })
  return error === 'no-reader' ? refusal(request, status, error) : seeOther(page, { problem: error })
}
