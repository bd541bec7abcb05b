import type { Move } from '@/lib/moderation/moves'
import { type Denial, denials } from '@/lib/moderation/permissions'

/** Why a decision did not happen, or may not have; `word` names the sentence. Who was faster comes with `decided`. */
export type Refusal =
  | { word: 'decided'; what: string; by: string; at: Date }
  | { word: Denial }
  | {
      word:
        | 'edited'
        | 'nothing'
        | 'no-reason'
        | 'gone'
        | 'signed-out'
        | 'not-a-moderator'
        | 'away'
        | 'offline'
        | 'failed'
    }
export type Answer = { ok: true; done: 'approved' | 'rejected' | 'edit-rejected' } | ({ ok: false } & Refusal)

const patienceMs = 20_000
const words = {
  'edited-meanwhile': 'edited',
  'nothing-to-decide': 'nothing',
  'no-reason': 'no-reason',
  'no-comment': 'gone',
  'signed-out': 'signed-out',
  'not-a-moderator': 'not-a-moderator',
} as const

/** Sends the fields of a decision form, as it would itself. Never rejects: what came of it is in the answer. */
export async function postDecision(action: string, fields: URLSearchParams, move: Move): Promise<Answer> {
  const answer = await send(action, fields)
  if (!answer.ok) return answer
  if (move === 'approve') return { ok: true, done: 'approved' }
  // A rejected change leaves what was public before.
  return { ok: true, done: answer.state === 'rejected' ? 'rejected' : 'edit-rejected' }
}

/** Takes a decision back, by its number. */
export async function postUndo(
  commentId: string,
  number: number,
): Promise<{ ok: true } | ({ ok: false } & Refusal)> {
  const fields = new URLSearchParams({ seen: String(number) })
  return send(`/api/admin/comments/${commentId}/undo`, fields)
}

async function send(
  action: string,
  body: URLSearchParams,
): Promise<{ ok: true; state: unknown } | ({ ok: false } & Refusal)> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      // The next comment is read already: whoever leaves the page then has decided all the same.
      keepalive: true,
      body,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    })
    // What stands in between may answer in its own way.
    if (response.status === 503) return { ok: false, word: 'away' }
    if (response.status >= 500) return { ok: false, word: 'failed' }
    const told: Record<string, unknown> = await response.json()
    return response.ok ? { ok: true, state: told.state } : { ok: false, ...refusalOf(told) }
  } catch {
    // No network, no answer in time, or one that was cut short: sent again, it is done once.
    return { ok: false, word: 'offline' }
  }
}

function refusalOf({ error, what, by, at }: Record<string, unknown>): Refusal {
  if (error === 'decided-meanwhile' && typeof by === 'string')
    return { word: 'decided', what: String(what), by, at: new Date(String(at)) }
  const denial = denials.find((each) => each === error)
  if (denial) return { word: denial }
  const known = Object.entries(words).find(([name]) => name === error)
  return { word: known?.[1] ?? 'failed' }
}
