import { z } from 'zod'

// What programs are told, and what docs of it are made from: every field is said here once.

const address = z.url().describe('An absolute address')
const instant = z.iso.datetime().describe('An instant, in UTC')
const named = z.strictObject({ slug: z.string(), name: z.string() })
const next = address.nullable().describe('The next page; null on the last')

export const pictureShape = z.strictObject({
  url: address,
  type: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  alt: z.string(),
  credit: z.string(),
})

export const storyShape = z
  .strictObject({
    id: z.int().positive().describe('The News ID, which never changes'),
    url: address,
    headline: z.string(),
    summary: z.string().nullable(),
    section: named,
    publishedAt: instant,
    commentCount: z.int().min(0),
    picture: pictureShape.nullable(),
  })
  .meta({ title: 'Story', description: 'An article in a list' })

export const articleShape = z
  .strictObject({
    ...storyShape.shape,
    language: z.string().describe('A BCP 47 tag'),
    updatedAt: instant,
    authors: z.array(z.strictObject({ name: z.string(), url: address })),
    tags: z.array(z.string()),
    html: z.string().describe('All of its words, with absolute links and without styles'),
    versions: z.strictObject({ count: z.int().positive(), url: address }),
    corrections: z.array(
      z.strictObject({
        kind: z.enum(['clarification', 'correction', 'retraction']),
        note: z.string(),
        at: instant,
      }),
    ),
    conversation: z.strictObject({ isOpen: z.boolean(), url: address.describe('Its comments, as JSON') }),
  })
  .meta({ title: 'Article', description: 'An article, whole' })

export const commentShape = z
  .strictObject({
    id: z.int().positive(),
    url: address,
    parentId: z.int().positive().nullable().describe('What it answers'),
    depth: z.int().min(0),
    author: z
      .strictObject({ name: z.string(), url: address, isStaff: z.boolean() })
      .nullable()
      .describe('Null where its author took their name off'),
    publishedAt: instant,
    isEdited: z.boolean(),
    isPicked: z.boolean().describe('The newsroom thinks it worth everybody’s while'),
    recommendCount: z.int().min(0),
    html: z.string(),
  })
  .meta({ title: 'Comment' })

export const problemShape = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
  })
  .meta({ title: 'Problem', description: 'RFC 9457' })

export const shapes = {
  articles: z.strictObject({ articles: z.array(storyShape), next }),
  article: articleShape,
  comments: z.strictObject({ comments: z.array(commentShape), next }),
  sections: z.strictObject({
    sections: z.array(z.strictObject({ ...named.shape, url: address, articles: address, feed: address })),
  }),
  search: z.strictObject({ articles: z.array(storyShape), next }),
}

export type StoryForPrograms = z.infer<typeof storyShape>
export type ArticleForPrograms = z.infer<typeof articleShape>
export type CommentForPrograms = z.infer<typeof commentShape>
