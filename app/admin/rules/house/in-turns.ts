/** How far a rehearsal has come, and the page that shows what it found until then. */
export type Turn = { asked: number; sample: number; url: string }

type Around = {
  /** Tells of every turn that was answered. */
  show(turn: Turn): void
  /** Aborted when nobody wants to know any more: the turn under way is not waited for. */
  stop: AbortSignal
  post?: typeof fetch
}

/**
 * Rehearses the newsroom's own check turn by turn, from what a form's fields say, until all were asked about or it is
 * stopped; what was shown until then stays. False when a turn failed: it can be gone on from where it stands.
 */
export async function askInTurns(
  action: string,
  fields: URLSearchParams,
  { show, stop, post = fetch }: Around,
): Promise<boolean> {
  let sent = fields
  while (!stop.aborted) {
    const turn = await askOnce(action, sent, stop, post)
    if (stop.aborted) return true
    if (!turn) return false
    show(turn)
    if (turn.asked >= turn.sample) return true
    sent = new URLSearchParams(turn.url.slice(turn.url.indexOf('?')))
  }
  return true
}

async function askOnce(
  action: string,
  body: URLSearchParams,
  signal: AbortSignal,
  post: typeof fetch,
): Promise<Turn | null> {
  try {
    const answer = await post(action, {
      method: 'POST',
      body,
      signal,
      headers: { accept: 'application/json' },
    })
    return answer.ok ? turnOf(await answer.json()) : null
  } catch {
    // No network, an answer that was cut short or is none of the site's, or the end that was asked for.
    return null
  }
}

function turnOf({ asked, sample, url }: Record<string, unknown>): Turn | null {
  return typeof asked === 'number' && typeof sample === 'number' && typeof url === 'string'
    ? { asked, sample, url }
    : null
}
