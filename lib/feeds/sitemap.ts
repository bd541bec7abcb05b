import { element, type Markup, writeXml } from './markup'

/**
 * News IDs in a part: as many addresses are asked for as fast as a list of stories. The index may name 50,000 parts, and
 * each have 50,000 addresses.
 */
export const idsPerPart = 2_000

/** The part that has an article: the first one has the News IDs from 1 on. */
export function partOf(articleId: number): number {
  return Math.floor((articleId - 1) / idsPerPart) + 1
}

export type SitemapEntry = { url: string; changedAt: Date | null }

/** sitemaps.org: the parts there are. */
export function writeSiteIndex(parts: readonly SitemapEntry[]): string {
  return writeXml(
    element(
      'sitemapindex',
      { xmlns: protocol },
      parts.map((part) => place('sitemap', part)),
    ),
  )
}

export function writeSitemap(pages: readonly SitemapEntry[]): string {
  return writeXml(
    element(
      'urlset',
      { xmlns: protocol },
      pages.map((page) => place('url', page)),
    ),
  )
}

export type NewsEntry = { url: string; title: string; publishedAt: Date; language: string }

/** What Google News reads: the last two days. */
export function writeNewsSitemap(site: string, entries: readonly NewsEntry[]): string {
  const names = { xmlns: protocol, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }
  return writeXml(
    element(
      'urlset',
      names,
      entries.map(({ url, title, publishedAt, language }) =>
        element(
          'url',
          {},
          element('loc', {}, url),
          element(
            'news:news',
            {},
            element(
              'news:publication',
              {},
              element('news:name', {}, site),
              element('news:language', {}, newsLanguage(language)),
            ),
            element('news:publication_date', {}, publishedAt.toISOString()),
            element('news:title', {}, title),
          ),
        ),
      ),
    ),
  )
}

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function place(name: string, { url, changedAt }: SitemapEntry): Markup {
  return element(
    name,
    {},
    element('loc', {}, url),
    changedAt === null ? null : element('lastmod', {}, changedAt.toISOString()),
  )
}

/** Google wants an ISO 639 code alone, but for Chinese, whose two scripts it tells apart. */
function newsLanguage(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  if (language !== 'zh') return language
  return rest.some((part) => part === 'hant' || part === 'tw' || part === 'hk') ? 'zh-tw' : 'zh-cn'
}
