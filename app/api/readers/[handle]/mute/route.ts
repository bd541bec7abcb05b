import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { type MuteRefusal, muteReader } from '@/lib/readers/commands-mute'
import { json, refusal, seeOther, wantsJson } from '../../../answer'
import { answering } from '../../../answering'
import { readFields } from '../../../read-fields'

const input = z.strictObject({ mute: z.enum(['1', '0']).default('1') })

type Props = { params: Promise<{ handle: string }> }

const statuses = {
  'signed-out': 401,
  'no-reader': 404,
  own: 409,
  'too-many': 409,
} as const satisfies Record<MuteRefusal['error'], number>

/** Mutes a reader for oneself, or takes it back. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return answering(request, async () => {
    const { handle } = await params
    const parsed = input.safeParse((await readFields(request)) ?? {})
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    const mute = parsed.data.mute === '1'
    const muted = await muteReader(await currentViewer(), { handle, mute }, new Date())
    if (muted.ok)
      return wantsJson(request) ? json(200, { handle, muted: muted.value.muted }) : seeOther('/account/muted')
    const { error } = muted
    if (wantsJson(request)) return json(statuses[error], { error })
    if (error === 'no-reader') return refusal(request, 404, error)
    if (error === 'signed-out') return seeOther('/sign-in', { next: '/account/muted' })
    return seeOther('/account/muted', { problem: error })
  })
}
