import { patience } from './patience'

export type Posted = { id: number; state: 'published' | 'held'; url: string; receipt: string }
export type PostAnswer =
  | { ok: true; posted: Posted }
  /** `word` names the sentence to show, where the site did not say it. */
  | { ok: false; word: string; retrySeconds: number; sentence?: string | undefined }

const patienceMs = 20_000

/** Sends a comment to the site. Never rejects: what came of it is in the answer. */
export async function post(action: string, fields: URLSearchParams): Promise<PostAnswer> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
      signal: patience(patienceMs),
    })
    if (response.ok) return { ok: true, posted: await response.json() }
    return {
      ok: false,
      retrySeconds: Number(response.headers.get('retry-after') ?? 60),
      ...(await refusalOf(response)),
    }
  } catch {
    // No network, no answer in time, or one that was cut short: sent again, it is posted once.
    return { ok: false, word: 'offline', retrySeconds: 0 }
  }
}

async function refusalOf(response: Response): Promise<{ word: string; sentence?: string }> {
  if (response.status === 503) return { word: 'away' }
  if (response.status >= 500) return { word: 'failed' }
  if (response.status === 413) return { word: 'too-long' }
  const { error, sentence } = await response.json()
  return { word: typeof error === 'string' ? error : 'failed', sentence }
}
