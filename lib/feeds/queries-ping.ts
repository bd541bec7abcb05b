import { articlePath, tagPath } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { feedAddresses } from './feed'

/** The feeds that articles stand in: the site's, and those of their sections, authors and tags. */
export async function feedsOf(articleIds: number[], site: URL): Promise<string[]> {
  const found = await db().article.findMany({
    where: { id: { in: articleIds } },
    select: {
      section: { select: { slug: true } },
      bylines: { select: { author: { select: { slug: true } } } },
      tags: { select: { tag: { select: { slug: true } } } },
    },
  })
  const pages = found.flatMap(({ section, bylines, tags }) => [
    `/section/${section.slug}`,
    ...bylines.map(({ author }) => `/author/${author.slug}`),
    ...tags.map(({ tag }) => tagPath(tag.slug)),
  ])
  return [...new Set(['/', ...pages])].flatMap((page) => Object.values(feedAddresses(page, site)))
}

/** The addresses of articles as they are now, those that are gone included: search engines see for themselves. */
export async function addressesOf(articleIds: number[], site: URL): Promise<string[]> {
  const found = await db().article.findMany({
    where: { id: { in: articleIds } },
    orderBy: { id: 'asc' },
    select: { id: true, slug: true },
  })
  return found.map((article) => new URL(articlePath(article), site).href)
}
