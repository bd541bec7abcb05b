import type { Check } from './check'

/** Holds what was posted elsewhere within a day, word for word or nearly, by whomever. */
export const seenBefore: Check = ({ similar }) => {
  const [nearest] = similar
  if (!nearest) return null
  const { commentId, distance, byAuthor } = nearest
  return {
    check: byAuthor ? 'said-elsewhere' : 'seen-before',
    verdict: 'hold',
    detail: { comment: commentId, distance, others: similar.length },
  }
}
