import type { Metadata } from 'next'
import type { PublicArticle } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { summaryOf } from '@/lib/articles/summary'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { cardAt, everywhere, twitter } from '../../../shared-as'

/** The picture of an article for where it is shared. A new version has a new address: what is shared is kept elsewhere. */
export function cardPath({ id, versionCount }: Pick<PublicArticle, 'id' | 'versionCount'>): string {
  return `/og/${id}.png?v=${versionCount}`
}

/** What the head of an article's page says to search engines, feed readers, and wherever its address is shared. */
export function articleMetadata(article: PublicArticle): Metadata {
  const { name, url } = site()
  const canonical = new URL(articlePath(article), url)
  const title = article.seoTitle ?? article.headline
  const summary = article.seoDescription ?? summaryOf(article)
  const talk = say('talk.title', { headline: article.headline })
  return {
    title: `${title} · ${name}`,
    description: summary,
    robots: { 'max-image-preview': 'large' },
    alternates: { canonical, types: feedLinks(`/news/${article.id}/comments`, talk, url) },
    openGraph: {
      type: 'article',
      ...everywhere({ title, description: summary, url: canonical }),
      images: [cardAt(cardPath(article), article.headline)],
      publishedTime: article.publishedAt.toISOString(),
      modifiedTime: article.updatedAt.toISOString(),
      authors: article.bylines.map(({ slug }) => new URL(`/author/${slug}`, url).href),
      section: article.section.name,
      tags: article.tags,
    },
    twitter,
  }
}
