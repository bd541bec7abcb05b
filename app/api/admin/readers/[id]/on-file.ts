import type { z } from 'zod'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { readFields } from '../../../read-fields'
import { statusOf, turnAway } from '../../turned-away'

export type Props = { params: Promise<{ id: string }> }

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

/** Who sends a form about a reader, about whom, and what stands in it. */
type Sent<Input> = { moderator: Moderator; readerId: number; given: Input; now: Date }

/**
 * Takes a form about a reader: turns away who is no moderator and what cannot be read, does it, and tells what came of it,
 * when it was done as `done`.
 */
export async function onFile<Input>(
  { request, params, moderator }: { request: Request; moderator: Moderator | null } & Props,
  input: z.ZodType<Input>,
  done: string | ((given: Input) => string),
  act: (sent: Sent<Input>) => Promise<Answered>,
): Promise<Response> {
  if (!moderator) return turnAway(request)
  const readerId = publicId((await params).id)
  const parsed = input.safeParse((await readFields(request)) ?? {})
  if (readerId === null) return refusal(request, 404, 'no-reader')
  if (!parsed.success) return answerOnFile(request, readerId, { ok: false, error: 'bad-fields' }, '')
  const given = parsed.data
  const answered = await act({ moderator, readerId, given, now: new Date() })
  return answerOnFile(request, readerId, answered, typeof done === 'string' ? done : done(given))
}

/** What came of it: for programs as JSON, for browsers on the reader's file. */
function answerOnFile(request: Request, readerId: number, answered: Answered, done: string): Response {
  const page = `/admin/readers/${readerId}`
  if (answered.ok) return wantsJson(request) ? json(200, answered.value) : seeOther(page, { done })
  const { error } = answered
  const status = asWritten.includes(error) ? 422 : statusOf(error)
  if (wantsJson(request)) return json(status, { error })
  return error === 'no-reader' ? refusal(request, status, error) : seeOther(page, { problem: error })
}
