import type { Finding, Submission } from './check'

/** Two comments that a person approved, not two that nobody stopped: bland ones would be a way in. */
export const approvalsNeeded = 2

/** Holds a newcomer's comments until people have approved two of them. Staff are known, and so are an article's guests under it. */
export function newcomer({ author }: Pick<Submission, 'author'>): Finding {
  return {
    check: 'newcomer',
    verdict: author.isStaff || author.isGuest || author.approvedCount >= approvalsNeeded ? 'pass' : 'hold',
    detail: { approved: author.approvedCount, needed: approvalsNeeded },
  }
}
