import { db } from '@/lib/db'
import { isPublic } from './public'
import { findStories, type Story } from './queries-stories'

/** What stands around an article: what it is about, what to read next, and when it last said something new. */
export type Furniture = {
  tags: { slug: string; name: string }[]
  related: Story[]
  /** When its last version came that counts as an update; null where that is its first. */
  updatedAt: Date | null
}

const relatedShown = 4

export async function findFurniture(articleId: number): Promise<Furniture> {
  const [tags, related, significant] = await Promise.all([
    db().articleTag.findMany({
      where: { articleId },
      orderBy: { tag: { name: 'asc' } },
      select: { tag: { select: { slug: true, name: true } } },
    }),
    db().relatedArticle.findMany({
      where: { articleId, related: isPublic },
      orderBy: { position: 'asc' },
      take: relatedShown,
      select: { relatedId: true },
    }),
    db().$queryRaw<{ publishedAt: Date }[]>`
      select "publishedAt" from "PublicVersion"
      where "articleId" = ${articleId} and significant and "publicNumber" > 1 order by number desc limit 1`,
  ])
  return {
    tags: tags.map(({ tag }) => tag),
    related: await findStories(related.map(({ relatedId }) => relatedId)),
    updatedAt: significant[0]?.publishedAt ?? null,
  }
}
