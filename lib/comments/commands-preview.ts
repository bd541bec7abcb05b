import { db } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import { findHandles } from './queries-handles'
import { render } from './render'
import type { Rendered } from './rendered'
import { readCommentText, type TextProblem } from './text'

// As often as somebody may look who changes a text; reading it costs the site time.
const pace: Allowance = { burst: 30, everySeconds: 3 }

export type PreviewRefusal = { error: TextProblem } | { error: 'too-soon'; retryAt: Date }

/** What a text will look like. Nothing of it is kept. `from` is the writer's account or address. */
export async function previewComment(
  body: string,
  at: { now: Date; from: string },
): Promise<Outcome<Rendered, PreviewRefusal>> {
  const text = readCommentText(body)
  if (!text.ok) return refused({ error: text.error })
  const limited = await takeAllowance(db(), `preview ${at.from}`, pace, at.now)
  if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
  return done(render(text.value.source, await findHandles(text.value.source)))
}
