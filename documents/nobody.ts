import type { ViewerAnswer } from '@/app/api/viewer/viewer-answer'
import { sendJson } from './pass'
import type { NextHandler } from './render'

/**
 * At every page the browser's script asks who reads (`/api/viewer`). Without a session that is nobody, and it is said
 * here: asking Next for it would cost more than the page. Everything else goes on to `next`.
 */
export function createNobody(next: NextHandler, sessionCookie: string, now: () => number): NextHandler {
  return async (req, res) => {
    const { url = '', method, headers } = req
    const isAsked = url === '/api/viewer' || url.startsWith('/api/viewer?')
    const isRead = method === 'GET' || method === 'HEAD'
    if (!isAsked || !isRead || carries(headers.cookie ?? '', sessionCookie)) return next(req, res)
    const nobody: ViewerAnswer = { now: new Date(now()).toISOString(), reader: null, article: null }
    sendJson(res, 200, nobody, 'private, no-store')
  }
}

function carries(cookies: string, name: string): boolean {
  return cookies.split(';').some((cookie) => cookie.trimStart().startsWith(`${name}=`))
}
