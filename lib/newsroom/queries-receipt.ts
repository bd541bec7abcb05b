import { isPublic } from '@/lib/articles/public'
import { db } from '@/lib/db'
import type { Editor } from '@/lib/readers/viewer'

export type Receipt = {
  id: number
  slug: string
  headline: string
  /** As readers count versions. */
  publicNumber: number
  /** When it was published. */
  at: Date
  /** Whether it is so new that the front shows it, whatever its weight. */
  isAmongNewest: boolean
}

// The front arranges more than these.
const surelyOnFront = 10

/** The version of a public article that readers are to get; null when there is none. */
export async function findReceipt(_editor: Editor, id: number): Promise<Receipt | null> {
  const article = await db().article.findFirst({
    where: { ...isPublic, id },
    select: {
      ...{ slug: true, publishedAt: true },
      currentVersion: {
        select: { headline: true, published: { select: { number: true, publishedAt: true } } },
      },
    },
  })
  const version = article?.currentVersion
  if (!version?.published || !article?.publishedAt) return null
  const { publishedAt } = article
  const newer = await db().article.findMany({
    where: { ...isPublic, publishedAt: { gt: publishedAt } },
    take: surelyOnFront,
    select: { id: true },
  })
  return {
    ...{ id, slug: article.slug, headline: version.headline },
    publicNumber: version.published.number,
    at: version.published.publishedAt,
    isAmongNewest: newer.length < surelyOnFront,
  }
}
