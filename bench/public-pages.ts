import { db } from '@/lib/db'
import type { MeasuredArticle } from './articles'
import { askRaw } from './raw-answer'

export type PublicPage = { name: string; path: string }

/** Every kind of page that anyone may open and that this build has, with one that is missing. */
export async function publicPages(origin: string, article: MeasuredArticle): Promise<PublicPage[]> {
  const section = await db().section.findFirstOrThrow({
    orderBy: { position: 'asc' },
    select: { slug: true },
  })
  const root = await db().comment.findFirstOrThrow({
    where: { parentId: null, publicRevisionId: { not: null } },
    orderBy: [{ publicDescendantCount: 'desc' }, { id: 'asc' }],
    select: { id: true },
  })
  const pages = [
    { name: 'front', path: '/' },
    { name: 'section', path: `/section/${section.slug}` },
    { name: `article, ${article.comments} comments`, path: article.path },
    { name: 'conversation', path: `/news/${article.id}/comments` },
    { name: 'replies', path: `/comments/${root.id}/replies` },
    { name: 'versions', path: `/news/${article.id}/versions` },
    ...['search?q=ferry', 'corrections', 'about', 'rules', 'terms', 'privacy', 'contact', 'transparency'].map(
      (path) => ({ name: path.split('?')[0] ?? path, path: `/${path}` }),
    ),
  ]
  const statuses = await Promise.all(pages.map(async ({ path }) => (await askRaw(`${origin}${path}`)).status))
  return [
    ...pages.filter((_, index) => statuses[index] === 200),
    { name: 'not found', path: '/there-is-no-such-page' },
  ]
}
