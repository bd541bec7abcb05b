import { z } from 'zod'
import { bodySchema } from '@/lib/articles/body'
import { sourceList } from '@/lib/articles/sources'
import type { Conversation, ConversationMode, Direction } from '@/prisma/generated/enums'

/** What anybody needs to say, in UTF-16 units as a browser's boxes count, and no request can be made to carry more. */
export const longest = {
  ...{ headline: 500, standfirst: 2_000, dateline: 500, language: 60, seoTitle: 500, seoDescription: 1_000 },
  ...{ pictureAlt: 1_000, pictureCaption: 1_000, pictureCredit: 300 },
} as const
const text = (name: keyof typeof longest) => z.string().max(longest[name])
const slug = z.string().min(1).max(120)

/** What somebody is writing. Nothing need be there yet; what has to be is asked when it is published. */
export const draftContent = z.strictObject({
  headline: text('headline'),
  standfirst: text('standfirst'),
  dateline: text('dateline'),
  body: bodySchema.max(5_000),
  section: slug,
  bylines: z.array(slug).max(20),
  tags: z.array(z.string().trim().min(1).max(80)).max(30),
  picture: z
    .strictObject({
      id: z.int().positive(),
      alt: text('pictureAlt'),
      caption: text('pictureCaption'),
      credit: text('pictureCredit'),
    })
    .nullable(),
  sources: sourceList,
  related: z.array(z.int().positive().max(2_147_483_647)).max(20),
  language: text('language').refine((tag) => tag === '' || isLanguage(tag)),
  direction: z.enum(['ltr', 'rtl'] satisfies Direction[]).nullable(),
  seoTitle: text('seoTitle'),
  seoDescription: text('seoDescription'),
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
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, each: unknown) =>
      each !== null && typeof each === 'object' && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ''
  )
}
