import { findArticle } from '@/lib/articles/queries'
import { excerptOf } from '@/lib/comments/excerpt'
import { selectComments } from '@/lib/comments/queries'
import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { commentHtml } from './comment-html'
import { type FeedEntry, tagId } from './feed'

const entriesPerFeed = 50

/** The newest comments under an article, newest first; null where the article is not public. */
export async function listFeedComments(
  site: URL,
  articleId: number,
): Promise<{ headline: string; publishedAt: Date; entries: Omit<FeedEntry, 'title'>[] } | null> {
  const found = await findArticle(articleId)
  if (found?.state !== 'published') return null
  const comments = await selectComments(Prisma.sql`
    select p.*, 0 as "orderedBy" from "PublicComment" p
    where p."articleId" = ${articleId} and not p.gone order by p."createdAt" desc, p.id desc limit ${entriesPerFeed}`)
  const writtenAt = await whenWritten(comments.map(({ id }) => id))
  const { headline, publishedAt } = found.article
  const entries = comments.flatMap(({ id, createdAt, author, text }) => {
    if (text === null) return []
    const url = new URL(`/comments/${id}`, site).href
    const name = author && { name: author.name, url: new URL(`/u/${author.handle}`, site).href }
    return [
      {
        id: tagId(site, createdAt, `comments/${id}`),
        url,
        language: null,
        summary: excerptOf(text),
        html: commentHtml(text, url),
        publishedAt: createdAt,
        updatedAt: writtenAt.get(id) ?? createdAt,
        authors: name ? [name] : [],
        categories: [],
        comments: null,
        picture: null,
      },
    ]
  })
  return { headline, publishedAt, entries }
}

/** When the words that are public were written. */
async function whenWritten(ids: number[]): Promise<ReadonlyMap<number, Date>> {
  const rows = await db().$queryRaw<{ id: number; writtenAt: Date | null }[]>`
    select id, "writtenAt" from "PublicComment" where id = any(${ids}::int[])`
  return new Map(rows.flatMap(({ id, writtenAt }) => (writtenAt === null ? [] : [[id, writtenAt]])))
}
