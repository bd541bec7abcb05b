import { keptForm } from '@/app/(private)/kept-form'
import { keptText } from '@/app/(private)/kept-text'

/** What a moderator typed with a decision that was not taken: the reason that was chosen, and the word to the author. */
export type TypedDecision = { commentId: number; reason: string; note: string }

/** It, while it is kept for this browser. */
export async function typedDecision(): Promise<TypedDecision | null> {
  const kept = await keptText('decision')
  const form = kept?.commentId ? await keptForm('decision', kept.commentId) : null
  return kept?.commentId && form?.note && form.reason
    ? { commentId: kept.commentId, reason: form.reason, note: form.note }
    : null
}
