import { isDatabaseAway } from '@/lib/database-away'
import { hearOfWrites } from '@/lib/topics'
import { json, wantsJson } from './answer'

const retrySeconds = '5'

/**
 * Runs a write. With the database away it answers 503 and when to try again; the text is still one step back in the
 * writer's browser.
 */
export async function answering(request: Request, write: () => Promise<Response>): Promise<Response> {
  return orAway(request, async () => {
    const answer = await write()
    await hearOfWrites()
    return answer
  })
}

/** The answer, or 503 while the database is away. Every other error is a bug and goes on. */
export async function orAway(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    const headers = { 'retry-after': retrySeconds, 'cache-control': 'no-store' }
    if (wantsJson(request)) return json(503, { error: 'database-away' }, headers)
    return new Response(null, { status: 503, headers })
  }
}
