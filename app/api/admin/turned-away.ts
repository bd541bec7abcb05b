import { currentViewer } from '@/lib/auth'
import type { DecisionRefusal } from '@/lib/moderation/commands'
import { denials } from '@/lib/moderation/permissions'
import { json, refusal, seeOther, wantsJson } from '../answer'

/** Whoever is signed out signs in first; readers may not decide. */
export async function turnAway(request: Request): Promise<Response> {
  if (await currentViewer()) return refusal(request, 403, 'not-a-moderator')
  return wantsJson(request)
    ? json(401, { error: 'signed-out' })
    : seeOther('/sign-in', { next: '/admin/queue' })
}

/** The same for what was typed: in a browser `keep` keeps it first, and says the page that gives it back after signing in. */
export async function signInFirst(request: Request, keep: () => Promise<string>): Promise<Response> {
  if (wantsJson(request) || (await currentViewer())) return turnAway(request)
  return seeOther('/sign-in', { next: await keep() })
}

/** The status of a refusal: what is not there, what is not theirs to do, or what stands otherwise by now. */
export function statusOf(error: string): 403 | 404 | 409 {
  if (error === 'no-comment' || error === 'no-reader' || error === 'no-sanction' || error === 'no-action')
    return 404
  if (error === 'not-a-moderator' || error === 'made-by-senior') return 403
  return denials.some((each) => each === error) ? 403 : 409
}

/** What the loser of a race is told. */
export function told(refused: DecisionRefusal | { error: string }): Record<string, string | null> {
  if (!('last' in refused)) return { error: refused.error }
  const { rule, by, at } = refused.last
  return { error: refused.error, what: rule, by, at: at.toISOString() }
}
