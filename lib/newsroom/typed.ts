import { done, type Outcome, refused } from '@/lib/outcome'

export type TypedProblem = 'blank' | 'too-long' | 'unreadable'
type Read = Outcome<string, { error: TypedProblem }>

/** Reads one line that somebody typed, which may be of up to so many characters. */
export function readLine(typed: string, longest: number): Read {
  return readText(typed.replace(/\s+/g, ' '), longest)
}

/** The same for a text of several lines. */
export function readText(typed: string, longest: number): Read {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  if (!text.isWellFormed() || /[\0\ufffd]/.test(text)) return refused({ error: 'unreadable' })
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text)) return refused({ error: 'blank' })
  return [...text].length > longest ? refused({ error: 'too-long' }) : done(text)
}

/** The same for what may be left empty, which then is null. */
export function readIfAny(typed: string, longest: number): Outcome<string | null, { error: TypedProblem }> {
  return typed.trim() === '' ? done(null) : readText(typed, longest)
}
