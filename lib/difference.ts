import { diffWordsWithSpace } from 'diff'

export type Part = { kind: 'same' | 'added' | 'removed'; text: string }

// Texts that share next to nothing are told as one gone and one come.
const mostEdits = 2_000

/**
 * What changed from one wording to the next, word by word, in reading order: leave out what was added and the first is
 * there whole, leave out what was removed and the second is. Past `most` words come and gone they are told as one gone
 * and one come, so that the time grows with the texts' length and no faster.
 */
export function differenceOf(before: string, after: string, most = mostEdits): Part[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: most })
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
