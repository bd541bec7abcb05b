/** How many characters a comment has, counted as lib/comments/text.ts counts them: code points, ends trimmed. */
export function countLetters(typed: string): number {
  return [...typed.replace(/\r\n?/g, '\n').trim()].length
}

/** The number to say aloud when `left` characters are left: at a few steps only. Null far from the limit. */
export function stepOf(left: number, near: number): number | null {
  if (left < 0) return -1
  return [0, 20, 100, near].find((step) => left <= step) ?? null
}
