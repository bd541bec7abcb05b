import { clientAddress, signInHere } from '@/lib/auth'
import { signUp } from '@/lib/readers/commands'
import { safePath } from '@/lib/safe-path'
import { json, retryAfter, seeOther, wantsJson } from '../answer'
import { answering } from '../answering'
import { readFields } from '../read-fields'

/** Creates an account, signs the newcomer in and leads on to where they were going. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const now = new Date()
    const fields = (await readFields(request)) ?? {}
    const { name = '', email = '', password = '' } = fields
    const next = safePath(fields.next, '/account')
    const address = await clientAddress()
    const created = await signUp({ name, email, password }, { now, address })
    // A double press, or somebody who forgot that they have an account: with the right password they are signed in.
    const isKnown =
      !created.ok && created.error === 'email-taken' && (await signInHere(email, password, address)).ok
    if (isKnown) return wantsJson(request) ? json(200, { next }) : seeOther(next)
    if (!created.ok) {
      const problem = created.error === 'bad-password' ? created.problem : created.error
      const until = created.error === 'too-soon' ? created.retryAt : null
      const proposal = created.error === 'name-taken' ? { proposal: created.proposal } : {}
      if (wantsJson(request))
        return json(until ? 429 : 422, { error: problem, ...proposal }, retryAfter(until, now))
      return seeOther('/sign-up', {
        problem,
        until: until?.toISOString(),
        next,
        name: name.slice(0, 100),
        email: email.slice(0, 254),
      })
    }
    const signedIn = await signInHere(email, password, address)
    const place = signedIn.ok ? next : '/sign-in'
    if (wantsJson(request)) return json(201, { next: place })
    return seeOther(place, place === '/account' ? { welcome: 1 } : {})
  })
}
