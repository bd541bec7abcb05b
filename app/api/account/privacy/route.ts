import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { chooseProfile } from '@/lib/readers/commands-profile'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'

const input = z.strictObject({ profile: z.enum(['open', 'closed']) })

/** What others see of a reader. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const viewer = await currentViewer()
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success) return refusal(request, 422, 'bad-fields')
    if (!viewer)
      return wantsJson(request)
        ? json(401, { error: 'signed-out' })
        : seeOther('/sign-in', { next: '/account/privacy' })
    await chooseProfile(viewer, parsed.data.profile)
    return wantsJson(request) ? json(200, parsed.data) : seeOther('/account/privacy', { done: '1' })
  })
}
