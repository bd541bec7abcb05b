import type { Feed, FeedEntry } from './feed'
import { element, type Markup, writeXml } from './markup'

/** Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  return writeXml(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.addresses.atom),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updatedAt.toISOString()),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.addresses.atom }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      feed.hub === null ? null : element('link', { rel: 'hub', href: feed.hub }),
      element('generator', {}, 'Tribune'),
      author(feed.publisher),
      feed.entries.map(entryOf),
    ),
  )
}

function entryOf(entry: FeedEntry): Markup {
  const { picture } = entry
  return element(
    'entry',
    { 'xml:lang': entry.language },
    element('id', {}, entry.id),
    element('title', {}, entry.title),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    entry.comments === null
      ? null
      : element('link', { rel: 'replies', type: 'text/html', href: entry.comments }),
    picture === null ? null : element('link', { rel: 'enclosure', type: picture.type, href: picture.url }),
    element('published', {}, entry.publishedAt.toISOString()),
    element('updated', {}, entry.updatedAt.toISOString()),
    entry.authors.map(author),
    entry.categories.map((term) => element('category', { term })),
    entry.summary === null ? null : element('summary', {}, entry.summary),
    element('content', { type: 'html' }, entry.html),
  )
}

function author({ name, url }: { name: string; url: string | null }): Markup {
  return element('author', {}, element('name', {}, name), url === null ? null : element('uri', {}, url))
}
