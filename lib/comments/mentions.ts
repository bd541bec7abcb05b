import type { Inline } from './rendered'

/** A comment that calls out to more is shouting into a crowd. */
export const mostMentions = 10

// As lib/readers/name.ts makes handles, in whatever case they are typed; not inside an address.
const mention = /(?<![\p{L}\p{N}_@./-])@([a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)(?![\p{L}\p{N}_@])/giu

/** The handles a text may name, in small letters, each once, ten at most. */
export function handlesIn(source: string): string[] {
  const handles = new Set([...source.matchAll(mention)].map(([, handle = '']) => handle.toLowerCase()))
  return [...handles].slice(0, mostMentions)
}

/** A text in which those handles that somebody has are mentions. */
export function splitMentions(text: string, known: ReadonlySet<string>): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const found of text.matchAll(mention)) {
    const handle = found[1]?.toLowerCase() ?? ''
    if (!known.has(handle)) continue
    parts.push(text.slice(end, found.index), { type: 'mention', handle, text: found[0] })
    end = found.index + found[0].length
  }
  return [...parts, text.slice(end)]
}

/** The handles that a rendered text links to. */
export function mentionedIn(content: unknown): string[] {
  if (Array.isArray(content)) return [...new Set(content.flatMap(mentionedIn))]
  if (typeof content !== 'object' || content === null) return []
  if ('type' in content && content.type === 'mention' && 'handle' in content) return [String(content.handle)]
  return mentionedIn(Object.values(content))
}
