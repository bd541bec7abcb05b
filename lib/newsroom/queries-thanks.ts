import { isPublic } from '@/lib/articles/public'
import { selectWritten, type Written } from '@/lib/articles/written'
import { db } from '@/lib/db'
import type { Viewer } from '@/lib/readers/viewer'

export type ThanksMail = { email: string; headline: string; articleId: number; quote: string }

/**
 * What somebody is written who reported an error that was put right. Null where nobody may read the article any more,
 * and where an earlier report of theirs was answered by the same version: one correction is one thanks.
 */
export async function findThanksMail(errorId: number): Promise<ThanksMail | null> {
  const report = await db().errorReport.findFirst({
    where: { id: errorId, state: 'corrected', article: isPublic },
    select: {
      ...{ articleId: true, quote: true, fixedInId: true, readerId: true },
      reader: { select: { email: true } },
      article: { select: { currentVersion: { select: { headline: true } } } },
    },
  })
  if (!report?.reader) return null
  const { articleId, quote, fixedInId, readerId, reader, article } = report
  const earlier = await db().errorReport.findFirst({
    where: { fixedInId, readerId, id: { lt: errorId } },
    select: { id: true },
  })
  if (earlier) return null
  return { email: reader.email, headline: article.currentVersion?.headline ?? '', articleId, quote }
}

export type Thanks = { id: number; articleId: number; headline: string; quote: string; at: Date } & Written

const mostShown = 10

/** Which of the errors that a reader reported were put right, the last reported first. */
export async function listThanks({ id: readerId }: Pick<Viewer, 'id'>): Promise<Thanks[]> {
  const rows = await db().errorReport.findMany({
    where: { readerId, state: 'corrected', article: isPublic },
    orderBy: { id: 'desc' },
    take: mostShown,
    select: {
      ...{ id: true, articleId: true, quote: true, createdAt: true, settledAt: true },
      article: { select: { currentVersion: { select: { headline: true, ...selectWritten } } } },
    },
  })
  return rows.map(({ article, createdAt, settledAt, ...row }) => ({
    ...row,
    ...(article.currentVersion ?? { headline: '', language: null, direction: null }),
    at: settledAt ?? createdAt,
  }))
}
