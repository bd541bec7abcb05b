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
  const [base = '/', asked = ''] = path.split('?')
  const parameters = new URLSearchParams(asked)
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined) parameters.set(name, String(value))
  const search = parameters.size > 0 ? `?${parameters}` : ''
  return new Response(null, {
    status: 303,
    headers: { location: `${base}${search}${fragment}`, 'cache-control': 'no-store' },
  })
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

/** The seconds until `retryAt`, at least one: for Retry-After. */
export function secondsUntil(retryAt: Date, now: Date): string {
  return String(Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 1000)))
}
