import { z } from 'zod'
import { isSafeLink, isWebAddress } from './body-words'

const inline = z.object({
  text: z.string(),
  emphasis: z.literal(true).optional(),
  strong: z.literal(true).optional(),
  href: z.string().refine(isSafeLink).optional(),
})
const content = z.array(inline).min(1)
/** A cell may have nothing in it. */
const cell = z.array(inline)
const row = z.array(cell).min(1)
const id = z.string().regex(/^p[0-9a-z]{1,24}$/)
const webAddress = z.string().refine(isWebAddress)

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), id, content }),
  z.object({ type: z.literal('subheading'), id, content }),
  /** What somebody said: who, where (words and perhaps an address), and whether the newsroom has checked it. */
  z.object({
    type: z.literal('quotation'),
    id,
    content,
    speaker: z.string().optional(),
    source: z.string().optional(),
    href: webAddress.optional(),
    verified: z.literal(true).optional(),
  }),
  z.object({
    type: z.literal('list'),
    id,
    ordered: z.literal(true).optional(),
    items: z.array(content).min(1),
  }),
  /** A picture of the library, by the hash of its bytes. Without a `credit` of its own it has the library's. */
  z.object({
    type: z.literal('picture'),
    id,
    hash: z.string().regex(/^[0-9a-f]{32}$/),
    alt: z.string(),
    caption: z.string().optional(),
    credit: z.string().optional(),
  }),
  z.object({ type: z.literal('table'), id, caption: z.string().optional(), header: row, rows: z.array(row) }),
  /** Something elsewhere, as a card with a link: nothing of it is ever loaded. */
  z.object({
    type: z.literal('embed'),
    id,
    url: webAddress,
    title: z.string().min(1),
    site: z.string().optional(),
  }),
  /** Words of the article, set large. */
  z.object({ type: z.literal('pull-quote'), id, content }),
  /** What was wrong, and since which day (YYYY-MM-DD) it is right. */
  z.object({ type: z.literal('correction'), id, content, at: z.iso.date().optional() }),
])

/** The blocks of a version: every one known, every id once. */
export const bodySchema = z
  .array(block)
  .refine((blocks) => new Set(blocks.map(({ id }) => id)).size === blocks.length)

export type Inline = z.infer<typeof inline>
export type Block = z.infer<typeof block>
type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never
export type NewBlock = WithoutId<Block>

/** A version's body as the database gives it. Throws when it is none: only commands write it. */
export function readBody(json: unknown): Block[] {
  return bodySchema.parse(json)
}

/** Gives the blocks of a first version ids, by which readers' answers and differences between versions find them. */
export function withIds(blocks: NewBlock[]): Block[] {
  return bodySchema.parse(blocks.map((block, index) => ({ ...block, id: `p${index + 1}` })))
}

/** Plain paragraphs, word for word. */
export function fromParagraphs(paragraphs: string[]): Block[] {
  return withIds(newParagraphs(paragraphs))
}

export function newParagraphs(paragraphs: string[]): NewBlock[] {
  return paragraphs.map((text) => ({ type: 'paragraph', content: [{ text }] }))
}
