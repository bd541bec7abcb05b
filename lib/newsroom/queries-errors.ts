import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'

/** What a reader says is wrong, with the sentence and what stood around it. */
export type ReportedError = {
  id: number
  article: { id: number; slug: string; headline: string }
  quote: string
  prefix: string
  suffix: string
  words: string
  by: { name: string; handle: string } | null
  at: Date
}

/**
 * Errors that wait for somebody, the oldest first: of one article, of what whoever asks has written (`mine`), or of all.
 * `after` is the last one of the page before.
 */
export async function listOpenErrors(
  moderator: Moderator,
  options: { take: number; articleId?: number; mine?: boolean; after?: number },
): Promise<ReportedError[]> {
  const { take, articleId, mine = false, after = 0 } = options
  const rows = await db().errorReport.findMany({
    where: {
      ...{ state: 'open', id: { gt: after } },
      ...(articleId === undefined ? {} : { articleId }),
      ...(mine ? { article: { bylines: { some: { author: { readerId: moderator.id } } } } } : {}),
    },
    orderBy: { id: 'asc' },
    take,
    select: {
      ...{ id: true, quote: true, prefix: true, suffix: true, words: true, createdAt: true },
      reader: { select: { name: true, handle: true } },
      article: { select: { id: true, slug: true, currentVersion: { select: { headline: true } } } },
    },
  })
  return rows.map(({ article, reader, createdAt, ...report }) => ({
    ...report,
    article: { id: article.id, slug: article.slug, headline: article.currentVersion?.headline ?? '' },
    by: reader,
    at: createdAt,
  }))
}
