import type { Block } from '@/lib/articles/body'
import type { Fields } from './typed-form'

export type SaveAnswer = {
  base: string
  sent: string
  isMerged: boolean
  asides: number
  others: string[]
  at: string
  /** What is written now, where it is not what was sent; its body as blocks, too. */
  fields?: Fields
  body?: Block[]
}
type Trouble = 'away' | 'signed-out' | 'refused'

const patienceMs = 10_000
/** Browsers take 64 kB of what outlives its page; a character is three bytes at most. */
const mostKeptAlive = 20_000

/** Sends what is typed; what became of it, or what is in the way. */
export async function sendDraft(
  articleId: number,
  base: string,
  fields: Fields,
): Promise<SaveAnswer | Trouble> {
  const body = { base, ...fields }
  // It outlives the page where it is small enough for that.
  const answer = await post(
    `/api/admin/articles/${articleId}/draft`,
    body,
    JSON.stringify(body).length < mostKeptAlive,
  )
  if (!answer) return 'away'
  if (answer.status === 401) return 'signed-out'
  if ([403, 404, 413, 422].includes(answer.status)) return 'refused'
  // An answer that breaks off is none.
  return answer.ok ? answer.json().catch(() => 'away') : 'away'
}

/** Says that the article is open here, or no more; who else has it open, and what is written there now. */
export async function askPresence(
  articleId: number,
  isClosed = false,
): Promise<{ base: string; others: string[] } | null> {
  const path = `/api/admin/articles/${articleId}/presence`
  const answer = await post(path, isClosed ? { closed: '1' } : { open: '1' }, isClosed)
  return answer?.ok ? answer.json() : null
}

/** Null when the site did not answer. */
function post(path: string, body: Fields, keepalive = false): Promise<Response | null> {
  return fetch(path, {
    ...{ method: 'POST', keepalive, body: JSON.stringify(body), signal: AbortSignal.timeout(patienceMs) },
    headers: { accept: 'application/json', 'content-type': 'application/json' },
  }).catch(() => null)
}
