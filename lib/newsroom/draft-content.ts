import { z } from 'zod'
import { bodySchema } from '@/lib/articles/body'
import { sourceList } from '@/lib/articles/sources'
import type { Conversation, ConversationMode, Direction } from '@/prisma/generated/enums'

// What anybody needs to say, and no request can be made to carry more.
const line = z.string().max(500)
const slug = z.string().min(1).max(120)

/** What somebody is writing. Nothing need be there yet; what has to be is asked when it is published. */
export const draftContent = z.strictObject({
  headline: line,
  standfirst: z.string().max(2_000),
  dateline: line,
  body: bodySchema.max(5_000),
  section: slug,
  bylines: z.array(slug).max(20),
  tags: z.array(z.string().trim().min(1).max(80)).max(30),
  picture: z
    .strictObject({
      id: z.int().positive(),
      alt: z.string().max(1_000),
      caption: z.string().max(1_000),
      credit: z.string().max(300),
    })
    .nullable(),
  sources: sourceList,
  related: z.array(z.int().positive().max(2_147_483_647)).max(20),
  language: z
    .string()
    .max(60)
    .refine((tag) => tag === '' || isLanguage(tag)),
  direction: z.enum(['ltr', 'rtl'] satisfies Direction[]).nullable(),
  seoTitle: line,
  seoDescription: z.string().max(1_000),
  prominence: z.int().min(0).max(2),
  conversation: z.enum(['open', 'closed'] satisfies Conversation[]),
  mode: z.enum(['comments', 'questions'] satisfies ConversationMode[]),
})

export type DraftContent = z.output<typeof draftContent>
export type DraftField = Exclude<keyof DraftContent, 'body'>
export const draftFields = Object.keys(draftContent.shape).filter(
  (name): name is DraftField => name !== 'body',
)

/** Whether it has the form of a language tag (BCP 47): `en`, `ar`, `pt-BR`. */
export function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)
}

/** A new article's, before its first word. */
export function emptyContent(section: string): DraftContent {
  return {
    ...{ headline: '', standfirst: '', dateline: '', body: [], section, bylines: [], tags: [] },
    ...{ picture: null, sources: [], related: [], language: '', direction: null },
    ...{ seoTitle: '', seoDescription: '', prominence: 1, conversation: 'open', mode: 'comments' },
  }
}

/** A draft's content as the database gives it. Throws when it is none: only commands write it. */
export function readContent(json: unknown): DraftContent {
  return draftContent.parse(json)
}

/** Whether two say the same, word for word. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other)
}

// The database gives an object's fields in an order of its own.
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, each: unknown) =>
      each !== null && typeof each === 'object' && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ''
  )
}
