import { picturePath, widthsOf } from '@/lib/articles/picture-files'
import type { PublicArticle, PublicPicture } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { summaryOf } from '@/lib/articles/summary'

/** The article as schema.org's NewsArticle. `<` is escaped, so that no headline can end the script it stands in. */
export function newsArticle(article: PublicArticle, site: { name: string; url: URL }): string {
  const absolute = (path: string) => new URL(path, site.url).href
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: summaryOf(article) ?? undefined,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    author: article.bylines.map(({ name }) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: absolute('/') },
    mainEntityOfPage: absolute(articlePath(article)),
    image: article.picture ? absolute(largestPath(article.picture)) : undefined,
    articleSection: article.section.name,
    correction: article.corrections.map(({ kind, note, at }) => ({
      '@type': 'CorrectionComment',
      name: kind,
      text: note,
      datePublished: at.toISOString(),
    })),
    commentCount: article.commentCount,
  }).replaceAll('<', '\\u003c')
}

/** Search engines take JPEG everywhere, and want it large. */
function largestPath(picture: PublicPicture): string {
  return picturePath(picture.hash, Math.max(...widthsOf(picture)), 'jpg')
}
