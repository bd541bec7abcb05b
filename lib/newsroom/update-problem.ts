/** Why an update did not go live at its time. */
export const updateProblems = [
  /** What was published meanwhile says something else in the very place. */
  'collides',
  ...(['unknown-section', 'unknown-author', 'unknown-related', 'no-picture', 'no-note'] as const),
] as const
export type UpdateProblem = (typeof updateProblems)[number]

/** The same from the database; null where there is none. Throws when it is none: only commands write it. */
export function readProblem(text: string | null): UpdateProblem | null {
  if (text === null) return null
  const problem = updateProblems.find((each) => each === text)
  if (!problem) throw new Error(`no reason why an update did not go live: ${text}`)
  return problem
}
