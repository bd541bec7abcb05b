import { z } from 'zod'
import type { TextPurpose } from '@/lib/comments/pending'
import { keptText } from './kept-text'

const fields = z.record(z.string(), z.string())

/** What was typed into a form that was not taken, field by field, while it is kept for this browser; of one thing by its id. */
export async function keptForm(purpose: TextPurpose, id: number): Promise<Record<string, string> | null> {
  const kept = await keptText(purpose)
  if (kept?.commentId !== id) return null
  try {
    return fields.safeParse(JSON.parse(kept.body)).data ?? null
  } catch (error) {
    // Cut where it was longer than what is kept.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
