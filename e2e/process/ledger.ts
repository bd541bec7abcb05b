/** What became of a write: `refused-after-loss` where an earlier try was not answered and may have been done. */
export type Fate = 'taken' | 'refused' | 'refused-after-loss'

export type Post = {
  did: 'post'
  fate: Fate
  by: number
  articleId: number
  parentId: number | null
  body: string
  /** The comment it became, as the site said; null when refused. */
  id: number | null
}
export type Edit = { did: 'edit'; fate: Fate; by: number; commentId: number; body: string }
export type Decision = {
  did: 'decide'
  fate: Fate
  by: number
  commentId: number
  revisionId: number
  /** Which of the comment's decisions it was to be. */
  number: number
  move: 'approve' | 'reject'
}
export type Entry = Post | Edit | Decision

/** What the site answered to 50 people, in the order of its answers. */
export type Ledger = {
  entries: Entry[]
  add(entry: Entry): void
  /** Writes the site said it had done. */
  taken(): number
  lastTakenAt(): number
  /** Counts a try that was not answered, or answered with an error of the site's. */
  noteLost(): void
  lost(): number
  /** Comments that were public when last heard of. */
  publicComments: { id: number; articleId: number }[]
}

export function openLedger(): Ledger {
  const entries: Entry[] = []
  let taken = 0
  let lost = 0
  let lastTakenAt = 0
  return {
    entries,
    add(entry) {
      entries.push(entry)
      if (entry.fate !== 'taken') return
      taken += 1
      lastTakenAt = performance.now()
    },
    taken: () => taken,
    lastTakenAt: () => lastTakenAt,
    noteLost: () => (lost += 1),
    lost: () => lost,
    publicComments: [],
  }
}
