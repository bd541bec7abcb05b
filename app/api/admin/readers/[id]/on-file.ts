import type { z } from 'zod'
import { placeFor } from '@/lib/comments/pending'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { keepForLater, letGo } from '../../../kept-text'
import { type Fields, readFields } from '../../../read-fields'
import { signInFirst, statusOf, turnAway } from '../../turned-away'

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
  'bad-title',
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
  const now = new Date()
  const readerId = publicId((await params).id)
  const fields = (await readFields(request)) ?? {}
  const keep = (id: number) => keepSent(request, id, fields, moderator, now)
  if (!moderator) {
    if (readerId === null) return turnAway(request)
    return signInFirst(request, async () => {
      await keep(readerId)
      return `/admin/readers/${readerId}?problem=signed-out`
    })
  }
  if (readerId === null) return refusal(request, 404, 'no-reader')
  const parsed = input.safeParse(fields)
  const answered = parsed.success
    ? await act({ moderator, readerId, given: parsed.data, now })
    : ({ ok: false, error: 'bad-fields' } as const)
  if (!wantsJson(request)) await (answered.ok ? letGo(placeFor('reader-file', readerId)) : keep(readerId))
  const word = parsed.success && typeof done !== 'string' ? done(parsed.data) : String(done)
  return answerOnFile(request, readerId, answered, word)
}

/** What was typed comes back with what was wrong; the form by its address. */
async function keepSent(
  request: Request,
  readerId: number,
  fields: Fields,
  moderator: Moderator | null,
  now: Date,
): Promise<void> {
  const form = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const body = JSON.stringify({ ...fields, form })
  await keepForLater({ ...placeFor('reader-file', readerId), body, about: null }, moderator, now)
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
