import { neverHappens } from '@/lib/outcome'
import type { CommentState } from '@/prisma/generated/enums'

export type Move = 'approve' | 'reject'

/** What a comment is before and after: its state, and which of its revisions readers see. */
export type Shown = { state: CommentState; currentRevisionId: number; publicRevisionId: number | null }

/**
 * What a move makes of a comment; null when there is nothing to move. Rejecting an edit that waits takes back the
 * edit only: the revision that was approved before stands again.
 */
export function moved(
  comment: Shown & { isReported?: boolean },
  move: Move,
): (Shown & { rule: string }) | null {
  const { state, currentRevisionId, publicRevisionId } = comment
  switch (move) {
    case 'approve':
      // What was reported and stays public has been read by a person from then on.
      if (state !== 'held' && state !== 'rejected' && !(state === 'published' && comment.isReported))
        return null
      return { state: 'published', currentRevisionId, publicRevisionId: currentRevisionId, rule: 'approved' }
    case 'reject':
      if (state === 'held' && publicRevisionId !== null)
        return {
          state: 'published',
          currentRevisionId: publicRevisionId,
          publicRevisionId,
          rule: 'edit-rejected',
        }
      if (state !== 'held' && state !== 'published') return null
      return { state: 'rejected', currentRevisionId, publicRevisionId: null, rule: 'rejected' }
    default:
      return neverHappens(move)
  }
}
