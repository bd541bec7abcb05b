import { readCommentText, type TextProblem } from '@/lib/comments/text'

export const longestAppeal = 2_000
export const longestAnswer = 1_000
/** Whoever had ten comments refused has something to say; more a day are for a person to sort out. */
export const paceOfAppeals = { burst: 10, everySeconds: 8_640 }
/** How long after a decision its author may appeal. */
export const daysToAppeal = 14

/** What comes of an appeal. Overtaken: the desk or the author decided otherwise about the comment, so nobody judged it. */
export const judgements = ['upheld', 'overturned'] as const
export type Judgement = (typeof judgements)[number]
export type AppealOutcome = Judgement | 'overtaken'

const refusals = ['rejected', 'edit-rejected']

type Told = { id: number; rule: string; undoesId: number | null }

/** The decision that stands: the last one, without what was taken back, and without an appeal that changed nothing. */
export function standingDecision<T extends Told>(decisions: readonly T[]): T | undefined {
  const last = decisions.at(-1)
  if (last?.rule === 'appeal-upheld') return standingDecision(decisions.slice(0, -1))
  if (last?.rule !== 'undone') return last
  return standingDecision(
    decisions.slice(
      0,
      decisions.findIndex(({ id }) => id === last.undoesId),
    ),
  )
}

export function appealableUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + daysToAppeal * 86_400_000)
}

/** The refusal that the author of a comment may appeal against, in time or not; null where nothing was refused. */
export function refusalIn<T extends Told & { createdAt: Date }>(
  decisions: readonly T[],
): { decision: T; until: Date } | null {
  const decision = standingDecision(decisions)
  if (!decision || !refusals.includes(decision.rule)) return null
  return { decision, until: appealableUntil(decision.createdAt) }
}

/** Reads an appeal's words, or a judge's, as a comment's are read. */
export function readWords(
  typed: string,
  longest: number,
): { ok: true; value: string } | { ok: false; error: TextProblem } {
  const read = readCommentText(typed)
  if (!read.ok) return read
  const { source } = read.value
  return [...source].length > longest ? { ok: false, error: 'too-long' } : { ok: true, value: source }
}

/** Who may judge: nobody their own comment, and their own decision only where there is nobody else. */
export function mayJudge(judge: {
  isAuthor: boolean
  isFirstDecider: boolean
  isAdministrator: boolean
  isAlone: boolean
}): 'yes' | 'own-comment' | 'own-decision' {
  if (judge.isAuthor) return 'own-comment'
  if (judge.isFirstDecider && !(judge.isAdministrator && judge.isAlone)) return 'own-decision'
  return 'yes'
}
