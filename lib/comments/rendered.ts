import { z } from 'zod'

/** Words with their few marks. A text in it is a string. */
export type Inline =
  | string
  | { type: 'break' }
  | { type: 'emphasis' | 'strong'; content: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; content: Inline[] }
  /** Somebody who reads here, by the handle they have; `text` as it was typed. */
  | { type: 'mention'; handle: string; text: string }

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'quote'; blocks: Block[] }
  /** `value` is the number that was typed, in a list with numbers. */
  | { type: 'list'; ordered: boolean; items: { value?: number | undefined; blocks: Block[] }[] }
  | { type: 'preformatted'; text: string }

export type Rendered = Block[]

const handle = z.string().regex(/^[a-z0-9-]+$/)

// An allow-list tree: what is not named here cannot be shown, whatever was typed.
const inline: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ type: z.literal('break') }),
    z.strictObject({ type: z.enum(['emphasis', 'strong']), content }),
    z.strictObject({ type: z.literal('code'), text: z.string() }),
    z.strictObject({ type: z.literal('link'), href: z.string().refine(isSafe), content }),
    z.strictObject({ type: z.literal('mention'), handle, text: z.string() }),
  ]),
)
const content = z.array(inline)
const block: z.ZodType<Block> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.literal('paragraph'), content }),
    // As texts were kept before they had marks.
    z
      .strictObject({ type: z.literal('paragraph'), lines: z.array(z.string()).min(1) })
      .transform(({ lines }): Block => ({ type: 'paragraph', content: withBreaks(lines) })),
    z.strictObject({ type: z.literal('quote'), blocks: z.array(block) }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      items: z.array(z.strictObject({ value: z.number().int().optional(), blocks: z.array(block) })),
    }),
    z.strictObject({ type: z.literal('preformatted'), text: z.string() }),
  ]),
)
const rendered = z.array(block)

/** A rendered text as the database gives it. Throws when it is none. */
export function readRendered(json: unknown): Rendered {
  return rendered.parse(json)
}

/** The address a link may lead to, as a browser would read it: absolute, http, https or mailto, without a password. */
export function safeHref(typed: string): string | null {
  // What throws here is no absolute address.
  if (!URL.canParse(typed)) return null
  const { protocol, username, password, href } = new URL(typed)
  const isKnown = protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:'
  return isKnown && username === '' && password === '' ? href : null
}

/** Lines one under the other. */
export function withBreaks(lines: string[]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? [line] : [{ type: 'break' }, line]))
}

function isSafe(href: string): boolean {
  return safeHref(href) !== null
}
