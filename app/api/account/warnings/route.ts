import { z } from 'zod'
import { currentViewer } from '@/lib/auth'
import { publicId } from '@/lib/public-id'
import { acknowledgeWarning } from '@/lib/readers/commands-warning'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering } from '../../answering'
import { readFields } from '../../read-fields'

const input = z.strictObject({ sanction: z.string().transform((typed) => publicId(typed)) })

/** A reader says that they have read a warning. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const viewer = await currentViewer()
    const parsed = input.safeParse(await readFields(request))
    if (!parsed.success || parsed.data.sanction === null) return refusal(request, 422, 'bad-fields')
    if (!viewer)
      return wantsJson(request)
        ? json(401, { error: 'signed-out' })
        : seeOther('/sign-in', { next: '/account' })
    await acknowledgeWarning(viewer, { sanctionId: parsed.data.sanction }, new Date())
    return wantsJson(request) ? json(200, {}) : seeOther('/account', {}, '#sanctions')
  })
}
