/** Programs ask for JSON; browsers' forms are sent on to a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

/** 303: what was asked is done, or not; this is where to read about it. */
export function seeOther(
  path: string,
  query: Record<string, string | number | null | undefined> = {},
  fragment = '',
): Response {
  const url = new URL(path, 'http://site.invalid')
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined) url.searchParams.set(name, String(value))
  const location = url.pathname + url.search + (fragment || url.hash)
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

export function json(
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

/** A refusal without a page of its own: server.ts puts the house's error page in its place for browsers. */
export function refusal(request: Request, status: number, error: string): Response {
  return wantsJson(request)
    ? json(status, { error })
    : new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}

/** The header that says when to try again, in seconds, at least one; none without an instant. */
export function retryAfter(retryAt: Date | null, now: Date): Record<string, string> {
  if (!retryAt) return {}
  return { 'retry-after': String(Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 1000))) }
}
