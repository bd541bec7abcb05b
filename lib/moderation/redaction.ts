/** Where a passage stands in a text, counted in its letters as JavaScript counts them. */
export type Stretch = { from: number; to: number }

/** The first place of a passage, as it was typed into a form: line ends and the space around it make no difference. */
export function placeOf(source: string, typed: string): Stretch | null {
  const passage = typed.replace(/\r\n?/g, '\n').trim()
  const from = passage === '' ? -1 : source.indexOf(passage)
  return from < 0 ? null : { from, to: from + passage.length }
}

/**
 * A text with a passage taken out, wherever it stands, and a mark in its place. What follows the mark never makes it
 * anything but words: a bracket or a colon is kept apart from it. Null where the passage is not in it.
 */
export function withoutPassage(
  source: string,
  passage: string,
  mark: string,
): { text: string; times: number } | null {
  const parts = passage === '' ? [source] : source.split(passage)
  if (parts.length < 2) return null
  const text = parts.reduce((before, after) => `${before}${mark}${/^[([:]/.test(after) ? ' ' : ''}${after}`)
  return { text, times: parts.length - 1 }
}

/** A decision as far as what it took out of a comment follows from it. */
type Decided = { rule: string; revisionNumber: number }

/**
 * Up to which wording, counted from one, words were taken out of a comment: those before have them still, and are not
 * for everybody's eyes. Nought where nothing was, or all of it was put back.
 */
export function redactedUpTo(decisions: readonly Decided[]): number {
  const standing: number[] = []
  for (const { rule, revisionNumber } of decisions) {
    // Only the last decision can be taken back.
    if (rule === 'undone') standing.pop()
    else standing.push(rule === 'redacted' ? revisionNumber : 0)
  }
  return Math.max(0, ...standing)
}
