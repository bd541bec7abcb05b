import type { Finding, Submission } from './check'

/** Two comments that a person approved, not two that nobody stopped: bland ones would be a way in. */
export const approvalsNeeded = 2

/**
 * Holds a newcomer's comments until people have approved two of them, but where comments are read after they appear.
 * Staff are known, and so are an article's guests under it.
 */
export function newcomer({ author, mode }: Pick<Submission, 'author' | 'mode'>): Finding {
  const isKnown = author.isStaff || author.isGuest || author.approvedCount >= approvalsNeeded
  return {
    check: 'newcomer',
    verdict: isKnown || mode === 'after' ? 'pass' : 'hold',
    detail: {
      approved: author.approvedCount,
      needed: approvalsNeeded,
      ...(mode === 'after' ? { mode } : {}),
    },
  }
}
