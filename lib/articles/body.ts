import { z } from 'zod'

const inline = z.object({
  text: z.string(),
  emphasis: z.literal(true).optional(),
  strong: z.literal(true).optional(),
  href: z.string().refine(isSafeLink).optional(),
})
const content = z.array(inline).min(1)

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), id: z.string(), content }),
  z.object({ type: z.literal('subheading'), id: z.string(), content }),
  z.object({ type: z.literal('quotation'), id: z.string(), content, speaker: z.string().optional() }),
  z.object({
    type: z.literal('list'),
    id: z.string(),
    ordered: z.literal(true).optional(),
    items: z.array(content).min(1),
  }),
])

const body = z.array(block)

export type Inline = z.infer<typeof inline>
export type Block = z.infer<typeof block>
type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never
export type NewBlock = WithoutId<Block>

/** A version's body as the database gives it. Throws when it is none: only commands write it. */
export function readBody(json: unknown): Block[] {
  return body.parse(json)
}

/** Gives each block the id under which readers' answers and differences between versions find it. */
export function withIds(blocks: NewBlock[]): Block[] {
  return body.parse(blocks.map((block, index) => ({ ...block, id: `p${index + 1}` })))
}

/** Plain paragraphs, word for word. */
export function fromParagraphs(paragraphs: string[]): Block[] {
  return withIds(paragraphs.map((text) => ({ type: 'paragraph', content: [{ text }] })))
}

function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href)
}
