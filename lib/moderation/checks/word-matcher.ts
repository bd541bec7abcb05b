import { fold } from './folding'

/** Finds entries of a list in texts, in time that grows with the text alone. */
export type WordMatcher = { find(normalised: string): string[] }

type Node = { next: Map<string, number>; fail: number; entry: string | null; alsoAt: number }

// Scripts that part no words: an entry in them is found anywhere.
const unparted = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * Prepares a list of words and phrases for finding them in normalised texts, through disguises (folding.ts). An entry
 * is found as whole words; one that ends in `*` at the beginning of a word. The automaton of Aho and Corasick (1975):
 * no text makes it slow, whatever the list.
 */
export function matchWords(entries: readonly string[]): WordMatcher {
  const nodes: Node[] = [node()]
  for (const entry of entries) {
    const pattern = patternOf(entry)
    if (pattern !== '') add(nodes, pattern, entry)
  }
  link(nodes)
  return {
    find(normalised) {
      if (nodes.length === 1) return []
      const found = new Set<string>()
      let at = 0
      for (const letter of fold(normalised)) {
        while (at !== 0 && !nodes[at]?.next.has(letter)) at = nodes[at]?.fail ?? 0
        at = nodes[at]?.next.get(letter) ?? 0
        for (let here = at; here !== 0; here = nodes[here]?.alsoAt ?? 0) {
          const entry = nodes[here]?.entry
          if (entry) found.add(entry)
        }
      }
      return [...found]
    },
  }
}

function patternOf(entry: string): string {
  const folded = fold(entry.normalize('NFKC').toLowerCase())
  const words = folded.trim()
  if (words === '') return ''
  if (unparted.test(words)) return words
  return entry.trim().endsWith('*') ? ` ${words}` : folded
}

function node(): Node {
  return { next: new Map(), fail: 0, entry: null, alsoAt: 0 }
}

function add(nodes: Node[], pattern: string, entry: string): void {
  let at = 0
  for (const letter of pattern) {
    let next = nodes[at]?.next.get(letter)
    if (next === undefined) {
      next = nodes.push(node()) - 1
      nodes[at]?.next.set(letter, next)
    }
    at = next
  }
  const end = nodes[at]
  if (end) end.entry ??= entry
}

/** Where to go on when a letter does not fit, breadth first; and the nearest shorter entry that ends at the same place. */
function link(nodes: Node[]): void {
  const queue = [...(nodes[0]?.next.values() ?? [])]
  for (let head = 0; head < queue.length; head += 1) {
    const index = queue[head] ?? 0
    for (const [letter, child] of nodes[index]?.next ?? []) {
      queue.push(child)
      let fail = nodes[index]?.fail ?? 0
      while (fail !== 0 && !nodes[fail]?.next.has(letter)) fail = nodes[fail]?.fail ?? 0
      const below = nodes[child]
      if (!below) continue
      below.fail = nodes[fail]?.next.get(letter) ?? 0
      below.alsoAt = nodes[below.fail]?.entry ? below.fail : (nodes[below.fail]?.alsoAt ?? 0)
    }
  }
}
