import { articlePath } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { isStaff } from '@/lib/readers/viewer'
import { Prisma } from '@/prisma/generated/client'
import type { Role } from '@/prisma/generated/enums'
import type { Cursor } from './cursor'
import { type Rendered, readRendered } from './rendered'
import { grow, type Thread } from './thread'

export const rootsPerPage = 20
export const repliesPerRoot = 3
export const repliesPerPage = 50

/** A comment as anyone may see it. One that is gone keeps its place, without words or name. */
export type PublicComment = {
  id: number
  articleId: number
  parentId: number | null
  rootId: number | null
  depth: number
  createdAt: Date
  author: { name: string; isStaff: boolean } | null
  text: Rendered | null
  edited: boolean
  recommendCount: number
  /** Public answers under it, at any depth. */
  answers: number
  /** The passage of the article it is about; `paragraph`, counted from nought, is empty where that is gone. */
  about: { quote: string; paragraph: number | null; path: string } | null
}

export type Sort = 'newest' | 'oldest'
export type ConversationPage = { threads: Thread[]; next: Cursor | null }

/** A page of a conversation: roots in the asked order with their first answers each. */
export async function listConversation(
  articleId: number,
  options: { sort: Sort; after: Cursor | null },
): Promise<ConversationPage> {
  const roots = await selectComments(Prisma.sql`
    select * from "PublicComment"
    where "articleId" = ${articleId} and "parentId" is null and ${beyond(options)}
    ${orderBy(options.sort)} limit ${rootsPerPage + 1}`)
  const shown = roots.slice(0, rootsPerPage)
  const last = shown.at(-1)
  return {
    threads: grow(shown, await firstAnswers(shown)),
    next: roots.length > rootsPerPage && last ? { at: last.createdAt, id: last.id } : null,
  }
}

/** The cursor of the page that begins with a root comment; null when it is not a public root of this article. */
export async function cursorAround(articleId: number, rootId: number): Promise<Cursor | null> {
  const [root] = await selectComments(
    Prisma.sql`select * from "PublicComment" where id = ${rootId} and "articleId" = ${articleId} and "parentId" is null`,
  )
  return root ? { at: root.createdAt, id: root.id + 1 } : null
}

/** A branch, answers in the order they were written, from `after` on. Null when there is no such root in public. */
export async function listReplies(
  rootId: number,
  after: Cursor | null,
): Promise<{ root: PublicComment; replies: PublicComment[]; next: Cursor | null } | null> {
  const [root] = await selectComments(
    Prisma.sql`select * from "PublicComment" where id = ${rootId} and "parentId" is null`,
  )
  if (!root) return null
  const replies = await selectComments(Prisma.sql`
    select * from "PublicComment" where "rootId" = ${rootId} and ${beyond({ sort: 'oldest', after })}
    ${orderBy('oldest')} limit ${repliesPerPage + 1}`)
  const shown = replies.slice(0, repliesPerPage)
  const last = shown.at(-1)
  return {
    root,
    replies: shown,
    next: replies.length > repliesPerPage && last ? { at: last.createdAt, id: last.id } : null,
  }
}

/** Where a public comment stands: on the article's own first page, or in its branch. Null when it is not public. */
export async function findPlace(id: number): Promise<{
  articleId: number
  slug: string
  rootId: number
  onFirstPage: boolean
  before: Cursor | null
} | null> {
  const [comment] = await selectComments(
    Prisma.sql`select * from "PublicComment" where id = ${id} and not gone`,
  )
  if (!comment) return null
  const article = await db().article.findUniqueOrThrow({
    where: { id: comment.articleId },
    select: { slug: true },
  })
  const first = await listConversation(comment.articleId, { sort: 'newest', after: null })
  const onFirstPage = first.threads.some((thread) => contains(thread, id))
  const rootId = comment.rootId ?? comment.id
  const before = onFirstPage || comment.rootId === null ? null : await cursorBefore(comment)
  return { articleId: comment.articleId, slug: article.slug, rootId, onFirstPage, before }
}

/** The comment someone is about to answer, as anyone may see it. */
export async function findPublicComment(id: number, articleId: number): Promise<PublicComment | null> {
  const [comment] = await selectComments(
    Prisma.sql`select * from "PublicComment" where id = ${id} and "articleId" = ${articleId} and not gone`,
  )
  return comment ?? null
}

type Row = Omit<PublicComment, 'author' | 'text' | 'edited' | 'answers' | 'about'> & {
  quote: string | null
  paragraph: number | null
  slug: string | null
  gone: boolean
  name: string | null
  role: Role | null
  rendered: unknown
  revisionNumber: number | null
  publicDescendantCount: number
}

/** Comments as anyone may see them, of a question to the view of public comments. */
export async function selectComments(from: Prisma.Sql): Promise<PublicComment[]> {
  const rows = await db().$queryRaw<Row[]>`
    select c.id, c."articleId", c."parentId", c."rootId", c.depth, c."createdAt", c.gone, c."recommendCount", c."publicDescendantCount",
           c.rendered, c."revisionNumber", reader.name, reader.role::text as role,
           anchor.quote, anchor.paragraph, article.slug
    from (${from}) c left join "Reader" reader on reader.id = c."authorId"
    left join "Anchor" anchor on anchor."commentId" = c.id and not c.gone
    left join "Article" article on article.id = anchor."articleId"`
  return rows.map(toPublic)
}

function toPublic(row: Row): PublicComment {
  const { id, articleId, parentId, rootId, depth, createdAt, recommendCount } = row
  return {
    id,
    articleId,
    parentId,
    rootId,
    depth,
    createdAt,
    recommendCount,
    answers: row.publicDescendantCount,
    author:
      row.gone || row.name === null || row.role === null
        ? null
        : { name: row.name, isStaff: isStaff(row.role) },
    text: row.gone ? null : readRendered(row.rendered),
    edited: (row.revisionNumber ?? 1) > 1,
    about:
      row.quote === null || row.slug === null
        ? null
        : {
            quote: row.quote,
            paragraph: row.paragraph,
            path: articlePath({ id: articleId, slug: row.slug }),
          },
  }
}

async function firstAnswers(roots: PublicComment[]): Promise<PublicComment[]> {
  const ids = roots.filter((root) => root.answers > 0).map((root) => root.id)
  if (ids.length === 0) return []
  const answers = await selectComments(Prisma.sql`
    select branch.* from unnest(${ids}::int[]) as root(id)
    cross join lateral (select * from "PublicComment" p where p."rootId" = root.id order by p."createdAt", p.id limit ${repliesPerRoot}) branch`)
  return answers.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id)
}

function beyond({ sort, after }: { sort: Sort; after: Cursor | null }): Prisma.Sql {
  if (!after) return Prisma.sql`true`
  return sort === 'newest'
    ? Prisma.sql`("createdAt", id) < (${after.at}::timestamptz, ${after.id})`
    : Prisma.sql`("createdAt", id) > (${after.at}::timestamptz, ${after.id})`
}

function orderBy(sort: Sort): Prisma.Sql {
  return sort === 'newest'
    ? Prisma.sql`order by "createdAt" desc, id desc`
    : Prisma.sql`order by "createdAt", id`
}

function contains(thread: Thread, id: number): boolean {
  return thread.comment.id === id || thread.answers.some((answer) => contains(answer, id))
}

/** A cursor that opens the branch a little before a comment, so that it stands in its context. */
async function cursorBefore(comment: PublicComment): Promise<Cursor | null> {
  const context = 10
  const [row] = await db().$queryRaw<Cursor[]>`
    select "createdAt" as at, id from "PublicComment"
    where "rootId" = ${comment.rootId} and ("createdAt", id) < (${comment.createdAt}::timestamptz, ${comment.id})
    order by "createdAt" desc, id desc offset ${context} limit 1`
  return row ?? null
}
