import { z } from 'zod'
import { currentViewer, signOutHere } from '@/lib/auth'
import { signOutEverywhere } from '@/lib/readers/commands-sessions'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'

const input = z.strictObject({ keep: z.enum(['1', '0']) })

/** Signs a reader out on every device, or on every other one. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const viewer = await currentViewer()
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    if (!viewer)
      return wantsJson(request)
        ? json(401, { error: 'signed-out' })
        : seeOther('/sign-in', { next: '/account/sessions' })
    const keepThis = parsed.data.keep === '1'
    const { ended } = await signOutEverywhere(viewer, { keepThis })
    if (!keepThis) await signOutHere()
    if (wantsJson(request)) return json(200, { ended })
    return keepThis ? seeOther('/account/sessions', { ended }) : seeOther('/')
  })
}
