import { currentViewer } from '@/lib/auth'
import type { DecisionRefusal } from '@/lib/moderation/commands'
import { json, refusal, seeOther, wantsJson } from '../answer'

/** Whoever is signed out signs in first; readers may not decide. */
export async function turnAway(request: Request): Promise<Response> {
  if (await currentViewer()) return refusal(request, 403, 'not-a-moderator')
  return wantsJson(request)
    ? json(401, { error: 'signed-out' })
    : seeOther('/sign-in', { next: '/admin/queue' })
}

/** What the loser of a race is told. */
export function told(refused: DecisionRefusal): Record<string, string | null> {
  if (refused.error !== 'decided-meanwhile') return { error: refused.error }
  const { rule, by, at } = refused.last
  return { error: refused.error, what: rule, by, at: at.toISOString() }
}
