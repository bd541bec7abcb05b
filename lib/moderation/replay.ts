import type { CommentState } from '@/prisma/generated/enums'
import type { Shown } from './moves'

export type DecisionRow = {
  id: number
  number: number
  revisionId: number
  actorId: number | null
  fromState: CommentState | null
  toState: CommentState
  rule: string
  undoesId: number | null
}

/** What a comment's decisions make of it: its state, what readers see of it, and whose approval stands. */
export type Standing = Shown & { approvedById: number | null }

/**
 * Where a comment stands after its decisions, in their order. Throws where they do not follow from each other: a gap
 * in the numbers, a decision from or to a state that the one before does not lead to, or one that takes back another
 * than the last.
 */
export function replay(decisions: readonly DecisionRow[]): Standing {
  const standings: Standing[] = []
  for (const [index, decision] of decisions.entries()) {
    const number = index + 1
    if (decision.number !== number) throw new Error(`decision ${number} is missing`)
    const before = standings.at(-1)
    const from = before?.state ?? null
    if (decision.fromState !== from)
      throw new Error(`decision ${number} begins at ${decision.fromState}, but the state was ${from}`)
    const after = before
      ? afterwards(decision, before, () => undone(decision, decisions, standings))
      : atFirst(decision)
    if (after.state !== decision.toState)
      throw new Error(`decision ${number} leads to ${after.state}, and says ${decision.toState}`)
    standings.push(after)
  }
  const last = standings.at(-1)
  if (!last) throw new Error('a comment has at least one decision')
  return last
}

function atFirst({ toState, revisionId }: DecisionRow): Standing {
  return {
    state: toState,
    currentRevisionId: revisionId,
    publicRevisionId: toState === 'published' ? revisionId : null,
    approvedById: null,
  }
}

function afterwards(decision: DecisionRow, before: Standing, undo: () => Standing): Standing {
  const { rule, revisionId, toState, actorId } = decision
  switch (rule) {
    case 'undone':
      return undo()
    case 'approved':
    case 'appeal-overturned':
      return {
        state: 'published',
        currentRevisionId: revisionId,
        publicRevisionId: revisionId,
        approvedById: actorId,
      }
    case 'appeal-upheld':
      return before
    case 'edit-rejected':
      return {
        ...before,
        state: 'published',
        currentRevisionId: before.publicRevisionId ?? before.currentRevisionId,
      }
    case 'rejected':
    case 'reported':
    case 'deleted-by-author':
      return { ...before, state: toState, publicRevisionId: null, approvedById: null }
    default:
      // The checks', about a new wording: published, or held while the one before stays.
      return {
        ...before,
        state: toState,
        currentRevisionId: revisionId,
        publicRevisionId: toState === 'published' ? revisionId : before.publicRevisionId,
      }
  }
}

/** Before the decision that is taken back, which is the last one. */
function undone(
  { number, undoesId }: DecisionRow,
  decisions: readonly DecisionRow[],
  standings: readonly Standing[],
): Standing {
  const last = decisions[number - 2]
  const before = standings[number - 3]
  if (!before || last?.id !== undoesId) throw new Error(`decision ${number} takes back another than the last`)
  return before
}
