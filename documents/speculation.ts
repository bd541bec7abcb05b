import { type Route, routes } from './routes'

/**
 * The value of `Speculation-Rules`: where the rules are, which is in the value itself. A file of theirs would be one
 * request more beside the text and its first picture; browsers exempt the header from the page's policy.
 */
export function speculationHeader(table: readonly Route[] = routes): string {
  const url = `data:application/speculationrules+json,${speculationRules(table)}`
  // A string of RFC 9651; a data URL of ours has nothing that would have to be percent-encoded.
  return `"${url.replaceAll(/["\\]/g, '\\$&')}"`
}

/**
 * What a browser may make ready when a reader is about to follow a link: documents of the route table
 * under their own addresses, and nothing else on the site. Private pages, writes and addresses that only redirect
 * are not in it, nor is a link that says it is none to follow on its own.
 */
export function speculationRules(table: readonly Route[] = routes): string {
  const pages = table.filter(isPage).map(({ pattern }) => asUrlPattern(pattern))
  const where = {
    and: [
      // To the page, as nothing can be relative to a data URL.
      { href_matches: pages, relative_to: 'document' },
      { not: { selector_matches: '[rel~=nofollow],[download],[target]' } },
    ],
  }
  // On hover or touch. Chromium fetches what it has no room to make ready: the rules need not be said twice.
  return JSON.stringify({ prerender: [{ where, eagerness: 'moderate' }] })
}

/** A row whose every address answers with a page. One that is kept under another's key may redirect to it. */
function isPage(route: Route): boolean {
  if (route.world !== 'document' || route.forPrograms) return false
  return route.keptAs === undefined || route.pattern === '/news/{id}/{slug}'
}

/**
 * Short, as every page carries it; without groups of alternatives, which browsers refuse here. A pattern of a path alone
 * matches with any query: parameters page through a conversation.
 */
function asUrlPattern(pattern: string): string {
  return pattern.replaceAll(/\{(\w)\w*\}/g, ':$1')
}
