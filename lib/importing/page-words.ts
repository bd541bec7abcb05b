/** The words of a page, counted, so that a doubtful one can be looked for in the rest of it. */
export type PageWords = {
  /** How often the word stands on the page exactly so. */
  exactly: (word: string) => number
  /** The same, whatever its capitals. */
  anyCase: (word: string) => number
}

/** Counts words and the parts of hyphenated ones; a possessive counts as the word without its 's. */
export function countWords(lines: readonly string[]): PageWords {
  const exact = new Map<string, number>()
  const folded = new Map<string, number>()
  for (const found of lines.flatMap((line) => line.match(WORD) ?? [])) {
    for (const word of new Set([found, ...found.split('-')].map(withoutPossessive))) {
      exact.set(word, (exact.get(word) ?? 0) + 1)
      folded.set(word.toLowerCase(), (folded.get(word.toLowerCase()) ?? 0) + 1)
    }
  }
  return {
    exactly: (word) => exact.get(withoutPossessive(word)) ?? 0,
    anyCase: (word) => folded.get(withoutPossessive(word).toLowerCase()) ?? 0,
  }
}

export function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/, '')
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
