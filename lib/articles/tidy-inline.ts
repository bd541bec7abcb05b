import type { Inline } from './body'

/**
 * Words as a body keeps them: neighbours with the same marks are one, spaces are single and stand at neither end, and
 * nothing is empty.
 */
export function tidy(content: readonly Inline[]): Inline[] {
  const parts: Inline[] = []
  for (const { text, ...marks } of content) {
    const last = parts.at(-1)
    // Spaces that cannot be seen (but for those that keep words together) are one.
    const spaced = text.replace(/[ \t\r\n\f\v\u2028\u2029]+/g, ' ')
    const words = last === undefined || last.text.endsWith(' ') ? spaced.replace(/^ /, '') : spaced
    if (words === '') continue
    if (last && isAlike(last, marks)) last.text += words
    else parts.push({ text: words, ...marks })
  }
  const last = parts.at(-1)
  if (last) last.text = last.text.replace(/ $/, '')
  return last?.text === '' ? tidy(parts.slice(0, -1)) : parts
}

function isAlike(one: Omit<Inline, 'text'>, other: Omit<Inline, 'text'>): boolean {
  return one.strong === other.strong && one.emphasis === other.emphasis && one.href === other.href
}
