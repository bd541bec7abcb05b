import { textsIn } from './render'
import type { Rendered } from './rendered'

const longest = 1_000

/** A comment's words as a quotation to begin an answer with, cut at a word where they are many. */
export function quoted(text: Rendered): string {
  const words = textsIn(text).join('').trim()
  const cut = words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/u, '')} …`
  return `${cut
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}\n\n`
}
