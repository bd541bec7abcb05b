import { createHash } from 'node:crypto'
import { readBody } from '@/lib/articles/body'
import { canonical, type DraftContent, draftFields, readContent } from './draft-content'

export const choices = ['standing', 'aside', 'both'] as const
export type Choice = (typeof choices)[number]

/**
 * The content with what somebody chose: what stands, what was set aside in its place, or, of a block, both, one after the
 * other. A block set aside whose place is gone stands at the end.
 */
export function choose(
  content: DraftContent,
  { place, aside }: { place: string; aside: unknown },
  choice: Choice,
  newId: () => string,
): DraftContent {
  if (choice === 'standing') return content
  if (place === 'order') return { ...content, body: inOrder(content, aside) }
  if (!place.startsWith('block:')) return readContent({ ...content, [place]: aside })
  const id = place.slice('block:'.length)
  const [block] = aside === null ? [] : readBody([aside])
  const at = content.body.findIndex((each) => each.id === id)
  const body = [...content.body]
  if (!block) return { ...content, body: choice === 'both' ? body : body.filter((each) => each.id !== id) }
  if (at < 0) body.push(block)
  else if (choice === 'both') body.splice(at + 1, 0, { ...block, id: newId() })
  else body[at] = block
  return { ...content, body }
}

/** What a content says at a place that something was set aside from. */
export function standsAt(content: DraftContent, place: string): unknown {
  if (place === 'order') return content.body.map(({ id }) => id)
  if (place.startsWith('block:')) return content.body.find(({ id }) => `block:${id}` === place)
  return draftFields.some((field) => field === place) ? Reflect.get(content, place) : undefined
}

/** The name of both sides of a choice as somebody has them before their eyes: of what either says later it is another. */
export function choiceName(standing: unknown, aside: unknown): string {
  return createHash('sha256')
    .update(canonical([standing ?? null, aside ?? null]))
    .digest('hex')
    .slice(0, 16)
}

function inOrder({ body }: DraftContent, ids: unknown): DraftContent['body'] {
  const places = new Map(Array.isArray(ids) ? ids.map((id, index) => [id, index]) : [])
  const ranked = body.map((block, index) => ({ block, rank: places.get(block.id) ?? index }))
  return ranked.sort((a, b) => a.rank - b.rank).map(({ block }) => block)
}
