import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NextHandler } from './render'
import { type Route, routes } from './routes'

/** Where documents say that their rules are (policy.ts). */
export const speculationPath = '/speculation-rules.json'

/**
 * What a browser may fetch, and make ready, when a reader is about to follow a link: documents of the route table
 * under their own addresses, and nothing else on the site. Private pages, writes and addresses that only redirect
 * are not in it, nor is a link that says it is none to follow on its own.
 */
export function speculationRules(table: readonly Route[] = routes): string {
  const pages = table.filter(isPage).map(({ pattern }) => asUrlPattern(pattern))
  const where = {
    and: [
      { href_matches: pages },
      { not: { selector_matches: '[rel~=nofollow], [download], [target]:not([target=_self])' } },
    ],
  }
  // On hover or touch. A page that cannot be made ready has at least been fetched.
  const rule = { where, eagerness: 'moderate' }
  return JSON.stringify({ prefetch: [rule], prerender: [rule] })
}

/** Answers `speculationPath`; everything else goes on to `next`. */
export function withSpeculationRules(next: NextHandler): NextHandler {
  const body = Buffer.from(speculationRules())
  return async (req: IncomingMessage, res: ServerResponse) => {
    if (req.url?.split('?')[0] !== speculationPath) return next(req, res)
    res.writeHead(200, {
      'Content-Type': 'application/speculationrules+json',
      'Content-Length': body.length,
      'Cache-Control': 'public, max-age=3600',
    })
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}

/** A row whose every address answers with a page. One that is kept under another's key may redirect to it. */
function isPage(route: Route): boolean {
  if (route.world !== 'document' || route.forPrograms) return false
  return route.keptAs === undefined || route.pattern === '/news/{id}/{slug}'
}

/** A pattern of a path alone matches with any query: parameters page through a conversation. */
function asUrlPattern(pattern: string): string {
  return pattern.replaceAll(/\{(\w+)\}/g, ':$1')
}
