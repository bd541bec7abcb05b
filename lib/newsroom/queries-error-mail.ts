import { db } from '@/lib/db'

export type ErrorMail = {
  headline: string
  articleId: number
  quote: string
  words: string
  authors: string[]
}

/**
 * What is told of a reported error, and to whom by its article's bylines: those of its authors who have an account. Null
 * where it is settled, and where an earlier one of the same article waits: of that they know, and find the rest beside it.
 */
export async function findErrorMail(errorId: number): Promise<ErrorMail | null> {
  const report = await db().errorReport.findUnique({
    where: { id: errorId, state: 'open' },
    select: {
      ...{ articleId: true, quote: true, words: true },
      article: {
        select: {
          currentVersion: { select: { headline: true } },
          bylines: { select: { author: { select: { reader: { select: { email: true } } } } } },
        },
      },
    },
  })
  if (!report) return null
  const { articleId, quote, words, article } = report
  const earlier = await db().errorReport.findFirst({
    where: { articleId, state: 'open', id: { lt: errorId } },
    select: { id: true },
  })
  if (earlier) return null
  const authors = article.bylines.flatMap(({ author }) => author.reader?.email ?? [])
  return { headline: article.currentVersion?.headline ?? '', articleId, quote, words, authors }
}
