import type { CommentState } from '@/prisma/generated/enums'

export type DecisionRow = { number: number; fromState: CommentState | null; toState: CommentState }

/**
 * The state a comment's decisions lead to, in their order. Throws where they do not follow from each other:
 * a gap in the numbers, or a decision from a state the one before did not leave.
 */
export function replay(decisions: DecisionRow[]): CommentState {
  let state: CommentState | null = null
  let number = 0
  for (const decision of decisions) {
    number += 1
    if (decision.number !== number) throw new Error(`decision ${number} is missing`)
    if (decision.fromState !== state)
      throw new Error(`decision ${number} begins at ${decision.fromState}, but the state was ${state}`)
    state = decision.toState
  }
  if (state === null) throw new Error('a comment has at least one decision')
  return state
}
