/** What meets at a seam, on the left | on the right. */
export type SeamKind =
  | 'letter|Capital'
  | 'CAPS|Capital'
  | 'CAPS|CAPS'
  | 'digit|Capital'
  | 'letter|digit'
  | 'closing mark|start'
  | 'full stop|Capital'
  | 'end|opening mark'
  | 'wide space|start'

/** A place where a headline may end (`end`, exclusive) and its paragraph begin (`start`). */
export type Seam = { kind: SeamKind; end: number; start: number }

/** Every place within the first `limit` characters at which two texts may have been run together. */
export function seamCandidates(line: string, limit: number): Seam[] {
  const head = line.slice(0, limit)
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...head.matchAll(pattern)].map(({ index, 0: gap }) => ({ kind, end: index, start: index + gap.length })),
  ).filter(({ end }) => end > 0)
}

const OPENING = '“‘«(\\[„'
const START = `(?=[${OPENING}"']?[\\p{Lu}\\p{N}])`

const PATTERNS: [SeamKind, RegExp][] = [
  ['letter|Capital', /(?<=\p{Ll})(?=\p{Lu})/gu],
  ['CAPS|Capital', /(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu],
  ['CAPS|CAPS', /(?<=\p{Lu})(?=\p{Lu}(?!\p{Ll}))/gu],
  ['digit|Capital', /(?<=\p{N})(?=\p{Lu})/gu],
  ['letter|digit', /(?<=\p{L})(?=\p{N})/gu],
  ['closing mark|start', new RegExp(`(?<=[?!%)\\]”’»"'…])${START}`, 'gu')],
  ['full stop|Capital', /(?<=\.)(?=[“"‘]?\p{Lu})/gu],
  ['end|opening mark', new RegExp(`(?<=[\\p{L}\\p{N}])(?=[${OPENING}"'][\\p{Lu}\\p{N}])`, 'gu')],
  ['wide space|start', new RegExp(`[ ]*(?:[\\t\\u00A0\\u2003]|[ ]{2})\\s*${START}`, 'gu')],
]
