import type {
  CreativeWork,
  ImageObject,
  NewsArticle,
  NewsMediaOrganization,
  QuantitativeValue,
  WithContext,
} from 'schema-dts'
import { plainNote } from '@/lib/articles/note'
import { fallbackFormat, picturePath, widthsOf } from '@/lib/articles/picture-files'
import type { PublicArticle } from '@/lib/articles/queries'
import type { PublicPicture } from '@/lib/articles/queries-pictures'
import { articlePath } from '@/lib/articles/slug'
import type { Source } from '@/lib/articles/sources'
import { summaryOf } from '@/lib/articles/summary'
import { cardShape } from '../../../shared-as'
import { cardPath } from './share'

type Site = { name: string; language: string; url: URL }

/** The article as schema.org's NewsArticle. `<` is escaped, so that no headline can end the script it stands in. */
export function newsArticle(article: PublicArticle, site: Site): string {
  return JSON.stringify(toNewsArticle(article, site)).replaceAll('<', '\\u003c')
}

// The vocabulary is schema.org's own, as types: a name that it has not does not compile.
function toNewsArticle(article: PublicArticle, site: Site): WithContext<NewsArticle> {
  const absolute = (path: string) => new URL(path, site.url).href
  const address = absolute(articlePath(article))
  const publisher: NewsMediaOrganization = {
    '@type': 'NewsMediaOrganization',
    name: site.name,
    url: absolute('/'),
    logo: { '@type': 'ImageObject', url: absolute('/icon.svg') },
    correctionsPolicy: absolute('/corrections'),
    publishingPrinciples: absolute('/rules'),
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': absolute(`/news/${article.id}`),
    url: address,
    mainEntityOfPage: address,
    headline: article.headline,
    description: article.seoDescription ?? summaryOf(article) ?? undefined,
    inLanguage: article.language ?? site.language,
    datePublished: article.publishedAt.toISOString(),
    dateModified: new Date(
      Math.max(article.updatedAt.getTime(), article.publishedAt.getTime()),
    ).toISOString(),
    author:
      article.bylines.length === 0
        ? { '@type': 'Organization', name: site.name, url: absolute('/') }
        : article.bylines.map(({ slug, name }) => ({
            '@type': 'Person',
            name,
            url: absolute(`/author/${slug}`),
          })),
    publisher,
    image: [
      ...(article.picture ? [imageObject(article.picture, absolute)] : []),
      { '@type': 'ImageObject', url: absolute(cardPath(article)), ...shapeOf(cardShape) },
    ],
    dateline: article.dateline ?? undefined,
    articleSection: article.section.name,
    keywords: article.tags.length > 0 ? article.tags : undefined,
    isAccessibleForFree: true,
    correction:
      article.corrections.length > 0
        ? article.corrections.map(({ note, at }) => ({
            '@type': 'CorrectionComment',
            text: plainNote(note),
            datePublished: at.toISOString(),
          }))
        : undefined,
    citation: article.sources.length > 0 ? article.sources.map(citation) : undefined,
    commentCount: article.commentCount,
    discussionUrl: absolute(`/news/${article.id}/comments`),
    identifier: String(article.id),
    version: article.versionCount,
  }
}

/** Words alone may be a person as well as a document. */
function citation({ name, url }: Source): CreativeWork | string {
  return url ? { '@type': 'CreativeWork', name, url } : name
}

/** In the format that all search engines take, and large. */
function imageObject(picture: PublicPicture, absolute: (path: string) => string): ImageObject {
  const { hash, width, height, caption, credit } = picture
  const largest = Math.max(...widthsOf(picture))
  return {
    '@type': 'ImageObject',
    url: absolute(picturePath(hash, largest, fallbackFormat(picture))),
    ...shapeOf({ width: largest, height: Math.round((height * largest) / width) }),
    caption: caption ?? undefined,
    creditText: credit || undefined,
  }
}

/** A number alone is no length to schema.org: these are pixels, by their code of UN/CEFACT. */
function shapeOf({ width, height }: { width: number; height: number }) {
  const pixels = (value: number): QuantitativeValue => ({
    '@type': 'QuantitativeValue',
    value,
    unitCode: 'E37',
  })
  return { width: pixels(width), height: pixels(height) }
}
