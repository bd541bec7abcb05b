import { createHash } from 'node:crypto'
import { mayAsk } from '@/lib/api/commands-pace'
import { type Cursor, readCursor, writeCursor } from '@/lib/comments/cursor'
import { site } from '@/lib/site'
import { retryAfter } from '../answer'
import { orAway } from '../answering'

export type Answer = { ok: true; value: object } | { ok: false; status: number; detail: string }

/** Answers a program: as often as it may ask, with a tag of the bytes, and with problem details where there is nothing. */
export function answerProgram(
  request: Request,
  answer: (query: URLSearchParams) => Promise<Answer>,
): Promise<Response> {
  return orAway(request, async () => {
    const now = new Date()
    const wait = await mayAsk(request.headers.get('x-tribune-address') ?? '', now)
    if (wait) return problem(429, 'This address has asked too often.', retryAfter(wait.retryAt, now))
    const said = await answer(new URL(request.url).searchParams)
    return said.ok ? withTag(request, said.value) : problem(said.status, said.detail)
  })
}

export function said(value: object): Answer {
  return { ok: true, value }
}

export function unsaid(status: number, detail: string): Answer {
  return { ok: false, status, detail }
}

export type Page = { after: Cursor | null; take: number }

/** Where a page begins and how much is on it; what is wrong with either in words. */
export function readPage(query: URLSearchParams): Page | Answer {
  const [after, limit] = [query.get('after'), query.get('limit') ?? '20']
  const cursor = after === null ? null : readCursor(after)
  if (after !== null && cursor === null) return unsaid(400, '`after` is no place that `next` ever named.')
  if (!/^\d{1,2}$/.test(limit) || Number(limit) < 1 || Number(limit) > 50)
    return unsaid(400, '`limit` is a number from 1 to 50.')
  return { after: cursor, take: Number(limit) }
}

/** The same question, from there on; null where nothing is left. */
export function nextAddress(path: string, query: URLSearchParams, place: Cursor | null): string | null {
  if (place === null) return null
  const next = new URL(path, site().url)
  for (const [name, value] of query) if (name !== 'after') next.searchParams.append(name, value)
  next.searchParams.set('after', writeCursor(place))
  return next.href
}

function withTag(request: Request, value: object): Response {
  const body = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ...open, etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  const known = request.headers.get('if-none-match') ?? ''
  const isKnown = known.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()))
  if (isKnown) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}

function problem(status: number, detail: string, more: Record<string, string> = {}): Response {
  const body = { type: 'about:blank', title: titles[status] ?? 'Error', status, detail }
  const headers = {
    ...open,
    ...more,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
  }
  return new Response(JSON.stringify(body), { status, headers })
}

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag, Retry-After' }
const titles: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
  451: 'Unavailable For Legal Reasons',
}
