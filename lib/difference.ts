import { diffWordsWithSpace } from 'diff'

export type Part = { kind: 'same' | 'added' | 'removed'; text: string }

// Texts that share next to nothing are told as one gone and one come.
const mostEdits = 2_000

/**
 * What changed from one wording to the next, word by word, in reading order: leave out what was added and the first is
 * there whole, leave out what was removed and the second is. Words that gave way to others side by side are told
 * together. Past `most` words come and gone all of them are, so that the time grows with the texts' length and no faster.
 */
export function differenceOf(before: string, after: string, most = mostEdits): Part[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: most })
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  const parts = changes.map(
    ({ added, removed, value }): Part => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  )
  return together(parts)
}

/** Joins changes that only white space parts: "this" to "at" and "morning" to "noon" is one change of two words. */
function together(parts: Part[]): Part[] {
  const joined: Part[] = []
  let run: Part[] = []
  const end = () => {
    // White space that nothing follows stayed.
    const trailing = run.at(-1)?.kind === 'same' ? run.splice(-1) : []
    joined.push(...(asOne(run) ?? run), ...trailing)
    run = []
  }
  for (const part of parts) {
    if (part.kind !== 'same' || (run.length > 0 && part.text.trim() === '')) run.push(part)
    else {
      end()
      joined.push(part)
    }
  }
  end()
  return joined
}

/** A run of changes as one gone and one come; null where words only came, or only went. */
function asOne(run: Part[]): Part[] | null {
  const said = (kind: Part['kind']) => run.some((part) => part.kind === kind && part.text.trim() !== '')
  if (!said('removed') || !said('added')) return null
  const without = (kind: Part['kind']) =>
    run
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('')
  return [
    { kind: 'removed', text: without('added') },
    { kind: 'added', text: without('removed') },
  ]
}
