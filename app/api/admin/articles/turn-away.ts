import { currentModerator } from '@/lib/auth'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { turnAway } from '../turned-away'

/** Whoever is signed out signs in first, and comes back to the article; to moderators articles are not there. */
export async function turnAwayFrom(request: Request, articleId: string): Promise<Response> {
  if (await currentModerator()) return refusal(request, 403, 'not-your-role')
  const away = await turnAway(request)
  if (away.status !== 303) return wantsJson(request) ? json(401, { error: 'signed-out' }) : away
  return seeOther('/sign-in', { next: `/admin/articles/${articleId}?problem=signed-out` })
}

/** What stands at an article's page after a form was sent: what was done, or why not. */
export function backToArticle(id: number | string, told: Record<string, string | number | null>): Response {
  return seeOther(`/admin/articles/${id}`, told, '#told')
}

export function statusFor(error: string): 403 | 404 | 409 | 422 {
  if (error === 'no-article') return 404
  if (error === 'not-a-moderator' || error === 'not-your-role') return 403
  return error === 'checks' || error === 'no-words' || error === 'no-note' ? 422 : 409
}
