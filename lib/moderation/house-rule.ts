export const longestTitle = 200
export const longestReason = 200
export const longestRuleText = 2_000
export const mostRules = 100

/** What a rule says: at /rules, on the receipt of who was refused by it, and what else there is to say. */
export type Wording = { title: string; reason: string; text: string }
export type WordingProblem = 'blank' | 'too-long' | 'unreadable'

/** Reads what an editor typed: title and reason are a line each. */
export function readWording(
  typed: Wording,
): { ok: true; value: Wording } | { ok: false; error: WordingProblem } {
  const [title, reason] = [lineOf(typed.title), lineOf(typed.reason)]
  const text = typed.text.replace(/\r\n?/g, '\n').trim()
  if (![title, reason, text].every(isReadable)) return { ok: false, error: 'unreadable' }
  if (![title, reason].every((line) => /[\p{L}\p{N}]/u.test(line))) return { ok: false, error: 'blank' }
  const isTooLong =
    lengthOf(title) > longestTitle || lengthOf(reason) > longestReason || lengthOf(text) > longestRuleText
  return isTooLong ? { ok: false, error: 'too-long' } : { ok: true, value: { title, reason, text } }
}

// It is the rule's place in the page of rules, where these are others'.
const reserved = ['content']

/** The code a rule is known by: words of its title in plain letters. The first that is not taken, with a number if need be. */
export function codeFor(title: string, isTaken: (code: string) => boolean): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let code = (words.shift() ?? 'rule').slice(0, 40)
  for (const word of words) {
    if (code.length + 1 + word.length > 40) break
    code += `-${word}`
  }
  for (let number = 2, asked = code; ; number += 1) {
    if (!reserved.includes(asked) && !isTaken(asked)) return asked
    asked = `${code}-${number}`
  }
}

/** Rules in their order with one of them put directly above another; as they were when either is not among them. */
export function placedAbove<T>(rules: readonly T[], rule: T, above: T): T[] {
  if (rule === above || !rules.includes(rule) || !rules.includes(above)) return [...rules]
  const others = rules.filter((each) => each !== rule)
  return others.toSpliced(others.indexOf(above), 0, rule)
}

function lineOf(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim()
}

function isReadable(text: string): boolean {
  return text.isWellFormed() && !/[\0\ufffd]/.test(text)
}

function lengthOf(text: string): number {
  return [...text].length
}
