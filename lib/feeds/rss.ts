import type { Feed, FeedEntry } from './feed'
import { element, type Markup, writeXml } from './markup'

/** RSS 2.0, with the namespaces that readers know: full text, several authors, pictures, Atom's links and times. */
export function writeRss(feed: Feed): string {
  return writeXml(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.home),
        element('description', {}, feed.description),
        element('language', {}, feed.language),
        element('lastBuildDate', {}, feed.updatedAt.toUTCString()),
        element('generator', {}, 'Tribune'),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.addresses.rss }),
        feed.hub === null ? null : element('atom:link', { rel: 'hub', href: feed.hub }),
        feed.entries.map(item),
      ),
    ),
  )
}

function item(entry: FeedEntry): Markup {
  return element(
    'item',
    {},
    element('title', {}, entry.title),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: 'false' }, entry.id),
    element('pubDate', {}, entry.publishedAt.toUTCString()),
    element('atom:updated', {}, entry.updatedAt.toISOString()),
    entry.authors.map(({ name }) => element('dc:creator', {}, name)),
    entry.categories.map((category) => element('category', {}, category)),
    entry.comments === null ? null : element('comments', {}, entry.comments),
    element('description', {}, entry.summary ?? entry.title),
    element('content:encoded', {}, entry.html),
    picture(entry),
  )
}

/** `length` is nought where it is not known beforehand, as the RSS Advisory Board's profile has it. */
function picture({ picture }: FeedEntry): Markup {
  if (picture === null) return null
  const { url, type, width, height, alt, credit } = picture
  return [
    element('enclosure', { url, type, length: 0 }),
    element(
      'media:content',
      { url, type, medium: 'image', width, height },
      alt === '' ? null : element('media:description', { type: 'plain' }, alt),
      credit === '' ? null : element('media:credit', {}, credit),
    ),
  ]
}
