import { clientAddress, signInHere } from '@/lib/auth'
import { safePath } from '@/lib/safe-path'
import { json, retryAfter, seeOther, wantsJson } from '../answer'
import { answering } from '../answering'
import { readFields } from '../read-fields'

/** Signs in, then leads on to where the reader was going. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const fields = (await readFields(request)) ?? {}
    const { email = '', password = '' } = fields
    const next = safePath(fields.next, '/account')
    const signedIn = await signInHere(email, password, await clientAddress())
    if (signedIn.ok) return wantsJson(request) ? json(200, { next }) : seeOther(next)
    const until = signedIn.error === 'too-soon' ? signedIn.retryAt : null
    if (wantsJson(request)) return json(until ? 429 : 401, { error: signedIn.error }, retryAfter(until, now))
    return seeOther('/sign-in', {
      problem: signedIn.error,
      until: until?.toISOString(),
      next,
      email: email.slice(0, 254),
    })
  })
}
