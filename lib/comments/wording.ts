import type { Submission } from '@/lib/moderation/checks/check'
import { type Print, printOf } from '@/lib/moderation/checks/simhash'
import { mentionedIn } from './mentions'
import { render, textsIn } from './render'
import type { Block, Inline, Rendered } from './rendered'
import { type CommentText, normalise } from './text'

/** A text as it is kept: its source, what it looks like, and what it is compared by. */
export type Wording = CommentText & {
  tree: Rendered
  /** Without what is quoted: that is somebody else's. */
  own: string
  print: Print | null
  mentioned: string[]
}

/** `known` are the handles of readers there are, among those it may name. */
export function wordingOf(text: CommentText, known: ReadonlySet<string>): Wording {
  const own = text.source.replace(/^[ \t]*>.*$/gm, '').trim()
  const tree = render(text.source, known)
  return { ...text, tree, own, print: printOf(normalise(own)), mentioned: mentionedIn(tree) }
}

/** A text as the checks see it. */
export function submissionOf(
  { normalised, own, tree }: Wording,
  author: Submission['author'],
  similar: Submission['similar'],
  mode: Submission['mode'],
): Submission {
  return { normalised, own, links: linksIn(tree), similar, mode, author }
}

/** The links of a text, in their order. */
export function linksIn(parts: readonly (Block | Inline)[]): { href: string; text: string }[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return []
    if (part.type === 'link')
      return [
        {
          href: part.href,
          text: textsIn([{ type: 'paragraph', content: part.content }])
            .join('')
            .trim(),
        },
      ]
    if ('content' in part) return linksIn(part.content)
    if ('blocks' in part) return linksIn(part.blocks)
    return 'items' in part ? part.items.flatMap(({ blocks }) => linksIn(blocks)) : []
  })
}
