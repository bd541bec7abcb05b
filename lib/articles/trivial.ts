import type { Part } from '@/lib/difference'
import type { VersionDifference } from './version-difference'

/**
 * Whether a version changed nothing that a reader would want to be told of: it is folded in the list of versions, and
 * never left out. So it is when no block came, went or moved, the picture is the same, and either
 *
 * - every word is the same, in its order, but for capitals, spacing, commas, semicolons and the shape of dashes and
 *   quotation marks (a full stop, a question mark or a quotation that came or went is no trifle), or
 * - the newsroom calls it a typo, and at most six words were put right, each by at most two letters and none of them
 *   with a figure in it.
 *
 * Whatever the newsroom calls a clarification, a correction or a retraction is never trivial.
 */
export function isTrivial(difference: VersionDifference, kind: string): boolean {
  if (['clarification', 'correction', 'retraction'].includes(kind) || difference.picture) return false
  const changes = difference.blocks.filter((block) => block.kind !== 'same')
  if (changes.some((block) => !['changed', 'restyled'].includes(block.kind))) return false
  const texts = [
    ...difference.lines.map(({ parts }) => parts),
    ...changes.flatMap((change) => ('parts' in change ? [change.parts] : [])),
  ].map(wordsOnEachSide)
  if (texts.every(([before, after]) => before.join(' ') === after.join(' '))) return true
  return kind === 'typo' && areTypos(texts)
}

const mostTypos = 6
const mostLetters = 2

function areTypos(texts: [before: string[], after: string[]][]): boolean {
  const swapped = texts.map(([before, after]) =>
    before.length === after.length
      ? before.flatMap((word, index) => (word === after[index] ? [] : [[word, after[index] ?? ''] as const]))
      : null,
  )
  if (swapped.some((pairs) => pairs === null)) return false
  const pairs = swapped.flatMap((each) => each ?? [])
  return pairs.length <= mostTypos && pairs.every(([old, fresh]) => isTypo(old, fresh))
}

function isTypo(old: string, fresh: string): boolean {
  return !/\p{N}/u.test(old + fresh) && lettersApart(old, fresh) <= mostLetters
}

/** The words of a text before and after, as far as they count here. */
function wordsOnEachSide(parts: Part[]): [before: string[], after: string[]] {
  const side = (gone: Part['kind']) =>
    folded(
      parts
        .filter(({ kind }) => kind !== gone)
        .map(({ text }) => text)
        .join(''),
    )
  return [side('added'), side('removed')]
}

function folded(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/(?<!\p{N})[,;]|[,;](?!\p{N})/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** How many letters are to be put in, taken out or exchanged: Levenshtein’s distance. Long words are far apart. */
function lettersApart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > mostLetters || one.length > 60) return mostLetters + 1
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, each] of [...other].entries())
      next.push(
        Math.min((row[at] ?? 0) + Number(letter !== each), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
