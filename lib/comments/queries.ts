import { articlePath } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { isStaff } from '@/lib/readers/viewer'
import type { Role } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { Cursor } from './cursor'
import { type Rendered, readRendered } from './rendered'

export const repliesPerPage = 50

/** Who wrote a comment, with what the newsroom says of them. */
export type Author = {
  handle: string
  name: string
  isStaff: boolean
  /** They wrote the article, too. */
  wroteArticle: boolean
  /** As what they answer the questions under this article. */
  guestTitle: string | null
  expertise: string | null
  /** As they were when they wrote it. */
  isNewcomer: boolean
}

/** A comment as anyone may see it. One that is gone keeps its place, without words or name. */
export type PublicComment = {
  id: number
  articleId: number
  parentId: number | null
  rootId: number | null
  depth: number
  createdAt: Date
  author: Author | null
  /** Its author took their name off. */
  isAnonymous: boolean
  text: Rendered | null
  edited: boolean
  isPicked: boolean
  isPinned: boolean
  recommendCount: number
  /** Public answers under it, at any depth. */
  answers: number
  /** The passage of the article it is about; `paragraph`, counted from nought, is empty where that is gone. */
  about: { quote: string; paragraph: number | null; path: string } | null
}

/** A branch, answers in the order they were written, from `after` on. Null when there is no such root in public. */
export async function listReplies(
  rootId: number,
  after: Cursor | null,
): Promise<{ root: PublicComment; replies: PublicComment[]; next: Cursor | null } | null> {
  const [[root], replies] = await Promise.all([
    selectComments(
      Prisma.sql`select p.*, 0 as "orderedBy" from "PublicComment" p where p.id = ${rootId} and p."parentId" is null`,
    ),
    selectComments(Prisma.sql`
      select p.*, 0 as "orderedBy" from "PublicComment" p where p."rootId" = ${rootId}
        and ${after ? Prisma.sql`(p."createdAt", p.id) > (${after.at}::timestamptz, ${after.id})` : Prisma.sql`true`}
      order by p."createdAt", p.id limit ${repliesPerPage + 1}`),
  ])
  if (!root) return null
  const shown = replies.slice(0, repliesPerPage)
  const last = shown.at(-1)
  return {
    root,
    replies: shown,
    next: replies.length > repliesPerPage && last ? { at: last.createdAt, id: last.id } : null,
  }
}

/** A public comment, wherever it stands. */
export async function findPublicById(id: number): Promise<PublicComment | null> {
  const [comment] = await selectComments(
    Prisma.sql`select p.*, 0 as "orderedBy" from "PublicComment" p where p.id = ${id} and not p.gone`,
  )
  return comment ?? null
}

/** The number of the revision that is public, for what is said about that one and no later; null while none is. */
export async function publicRevisionOf(id: number): Promise<number | null> {
  const where = { id, article: { state: 'published' } } as const
  const comment = await db().comment.findFirst({ where, select: { publicRevisionId: true } })
  return comment?.publicRevisionId ?? null
}

/** The comment someone is about to answer, as anyone may see it. */
export async function findPublicComment(id: number, articleId: number): Promise<PublicComment | null> {
  const [comment] = await selectComments(
    Prisma.sql`
      select p.*, 0 as "orderedBy" from "PublicComment" p
      where p.id = ${id} and p."articleId" = ${articleId} and not p.gone`,
  )
  return comment ?? null
}

type Row = Pick<
  PublicComment,
  'id' | 'articleId' | 'parentId' | 'rootId' | 'depth' | 'createdAt' | 'recommendCount'
> & {
  quote: string | null
  paragraph: number | null
  slug: string | null
  gone: boolean
  anonymous: boolean
  pickedAt: Date | null
  pinnedAt: Date | null
  orderedBy: number
  name: string | null
  handle: string | null
  role: Role | null
  expertise: string | null
  wroteArticle: boolean
  guestTitle: string | null
  byNewcomer: boolean
  rendered: unknown
  revisionNumber: number | null
  publicDescendantCount: number
}

/** Comments of a query over the view "PublicComment", whose `orderedBy` is what it orders them by; in its order. */
export async function selectComments(from: Prisma.Sql): Promise<(PublicComment & { orderedBy: number })[]> {
  const rows = await db().$queryRaw<Row[]>`
    select c.id, c."articleId", c."parentId", c."rootId", c.depth, c."createdAt", c.gone, c."recommendCount", c."publicDescendantCount",
           c.rendered, c."revisionNumber", c.anonymous, c."pickedAt", c."pinnedAt", c."orderedBy"::float8 as "orderedBy", reader.name, reader.handle, reader.role::text as role, reader.expertise, c."byNewcomer",
           guest.title as "guestTitle", exists (
             select 1 from "Author" a join "Byline" b on b."authorId" = a.id
             where a."readerId" = c."authorId" and b."articleId" = c."articleId") as "wroteArticle",
           anchor.quote, anchor.paragraph, article.slug
    from (select numbered.*, row_number() over () as place from (${from}) numbered) c
    left join "Reader" reader on reader.id = c."authorId"
    left join "Guest" guest on guest."articleId" = c."articleId" and guest."readerId" = c."authorId"
    left join "Anchor" anchor on anchor."commentId" = c.id and not c.gone
    left join "Article" article on article.id = anchor."articleId"
    order by c.place`
  return rows.map((row) => ({ ...toPublic(row), orderedBy: row.orderedBy }))
}

/** The ids alone of such a query, in its order. */
export function selectIds(from: Prisma.Sql): Promise<{ id: number }[]> {
  return db().$queryRaw`select id from (${from}) chosen`
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
    author: authorOf(row),
    text: row.gone ? null : readRendered(row.rendered),
    isAnonymous: row.anonymous,
    edited: (row.revisionNumber ?? 1) > 1,
    isPicked: row.pickedAt !== null,
    isPinned: row.pinnedAt !== null,
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

function authorOf({ gone, name, handle, role, ...row }: Row): Author | null {
  if (gone || name === null || handle === null || role === null) return null
  const { wroteArticle, guestTitle, expertise, byNewcomer } = row
  return { handle, name, isStaff: isStaff(role), wroteArticle, guestTitle, expertise, isNewcomer: byNewcomer }
}
