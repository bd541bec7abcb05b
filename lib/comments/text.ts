import { createHash } from 'node:crypto'

/** The longest comment, in characters as a person counts them (code points). The database holds the same number. */
export const longestComment = 5_000

export type TextProblem = 'blank' | 'too-long' | 'unreadable'

/** A comment's words: as typed, and as the checks read them. */
export type CommentText = { source: string; normalised: string; fingerprint: string }

/**
 * Reads what was typed. Line ends become \n and the white space around it goes; otherwise every character stays.
 * Refuses text with nothing to see in it, over 5,000 characters, or with characters that were lost on the way
 * (the replacement character, halves of surrogate pairs, NUL).
 */
export function readCommentText(
  typed: string,
): { ok: true; value: CommentText } | { ok: false; error: TextProblem } {
  const source = typed.replace(/\r\n?/g, '\n').trim()
  if (!source.isWellFormed() || /[\0\ufffd]/.test(source)) return { ok: false, error: 'unreadable' }
  const normalised = normalise(source)
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(normalised.replace(/[\u2800\ufffc]/g, '')))
    return { ok: false, error: 'blank' }
  if ([...source].length > longestComment) return { ok: false, error: 'too-long' }
  return {
    ok: true,
    value: { source, normalised, fingerprint: createHash('sha256').update(normalised).digest('base64url') },
  }
}

/** Text with its disguises off: compatible forms made one, characters nobody sees gone, case and spacing evened out. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Co})/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
