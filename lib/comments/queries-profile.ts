import { isPublic } from '@/lib/articles/public'
import { selectWritten, type Written } from '@/lib/articles/written'
import { db } from '@/lib/db'
import { isStaff } from '@/lib/readers/viewer'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type PublicComment, selectComments } from './queries'

export const profilePerPage = 20

export type ReaderProfile = {
  id: number
  handle: string
  name: string
  since: Date
  isStaff: boolean
  expertise: string | null
  isOpen: boolean
}

/** What anyone may know of a reader; null for a handle that nobody has. */
export async function findProfile(handle: string): Promise<ReaderProfile | null> {
  const found = await db().reader.findUnique({
    where: { handle },
    select: {
      id: true,
      handle: true,
      name: true,
      createdAt: true,
      role: true,
      expertise: true,
      profile: true,
    },
  })
  if (!found) return null
  const { id, name, createdAt, role, expertise, profile } = found
  return { id, handle, name, since: createdAt, isStaff: isStaff(role), expertise, isOpen: profile === 'open' }
}

export type ProfileComment = PublicComment & { article: ArticleOfComment }

type ArticleOfComment = { headline: string; slug: string } & Written

/** A reader's public comments under their name, newest first; `after` is the id of the last one of the page before. */
export async function listProfileComments(
  readerId: number,
  after: number | null,
): Promise<{ comments: ProfileComment[]; next: number | null }> {
  const found = await selectComments(Prisma.sql`
    select p.*, 0 as "orderedBy"
    from (select c.id from "Comment" c join "Article" a on a.id = c."articleId" and a.state = 'published'
          where c."authorId" = ${readerId} and c."publicRevisionId" is not null and c."anonymousAt" is null
            and ${after === null ? Prisma.sql`true` : Prisma.sql`c.id < ${after}`}
          order by c.id desc limit ${profilePerPage + 1}) as own
    join "PublicComment" p on p.id = own.id
    order by p.id desc`)
  const comments = found.slice(0, profilePerPage)
  const articles = await headlinesOf(comments.map(({ articleId }) => articleId))
  const last = comments.at(-1)
  return {
    comments: comments.map((comment) => ({
      ...comment,
      article: articles.get(comment.articleId) ?? nowhere,
    })),
    next: found.length > profilePerPage && last ? last.id : null,
  }
}

/** How many public comments stand under a reader's name, up to a number that says enough. */
export async function countProfileComments(readerId: number, most = 1_000): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from "Comment" c join "Article" a on a.id = c."articleId" and a.state = 'published'
      where c."authorId" = ${readerId} and c."publicRevisionId" is not null and c."anonymousAt" is null limit ${most}) shown`
  return row?.count ?? 0
}

/** What a reader kept, the last first; `after` is the id of the last one of the page before. What is gone is left out. */
export async function listSaved(
  viewer: { id: number },
  after: { at: Date; id: number } | null,
): Promise<{ comments: ProfileComment[]; next: { at: Date; id: number } | null }> {
  const rows = await db().saved.findMany({
    where: {
      readerId: viewer.id,
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, commentId: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { commentId: 'desc' }],
    take: profilePerPage + 1,
    select: { commentId: true, createdAt: true },
  })
  const page = rows.slice(0, profilePerPage)
  const ids = page.map(({ commentId }) => commentId)
  const found = await selectComments(Prisma.sql`
    select p.*, 0 as "orderedBy" from unnest(${ids}::int[]) with ordinality as kept(id, place)
    join "PublicComment" p on p.id = kept.id and not p.gone order by kept.place`)
  const articles = await headlinesOf(found.map(({ articleId }) => articleId))
  const last = page.at(-1)
  return {
    comments: found.map((comment) => ({ ...comment, article: articles.get(comment.articleId) ?? nowhere })),
    next: rows.length > profilePerPage && last ? { at: last.createdAt, id: last.commentId } : null,
  }
}

const nowhere: ArticleOfComment = { headline: '', slug: '', language: null, direction: null }

async function headlinesOf(ids: number[]): Promise<Map<number, ArticleOfComment>> {
  const rows = await db().article.findMany({
    where: { ...isPublic, id: { in: ids } },
    select: { id: true, slug: true, currentVersion: { select: { headline: true, ...selectWritten } } },
  })
  return new Map(
    rows.map(({ id, slug, currentVersion }) => [id, currentVersion ? { slug, ...currentVersion } : nowhere]),
  )
}

/** What one reader has done with a comment of somebody else's. */
export async function findOwnDealings(
  viewer: { id: number },
  comment: { id: number; handle: string | null },
): Promise<{ recommended: boolean; saved: boolean; reported: boolean; muted: boolean }> {
  const place = { commentId: comment.id, readerId: viewer.id }
  const [votes, saved, reports, muted] = await Promise.all([
    db().vote.count({ where: place }),
    db().saved.count({ where: place }),
    db().report.count({ where: place }),
    comment.handle === null
      ? 0
      : db().mute.count({ where: { readerId: viewer.id, muted: { handle: comment.handle } } }),
  ])
  return { recommended: votes > 0, saved: saved > 0, reported: reports > 0, muted: muted > 0 }
}
