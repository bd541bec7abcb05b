import type { Feed, FeedEntry } from './feed'
import { speakable } from './markup'

/** JSON Feed 1.1 (jsonfeed.org). */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.home,
      feed_url: feed.addresses.json,
      description: feed.description,
      language: feed.language,
      authors: [feed.publisher],
      hubs: feed.hub === null ? undefined : [{ type: 'WebSub', url: feed.hub }],
      items: feed.entries.map(item),
    },
    (_, value) => (typeof value === 'string' ? speakable(value) : value),
  )
}

function item(entry: FeedEntry) {
  const { picture } = entry
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    language: entry.language ?? undefined,
    summary: entry.summary ?? undefined,
    content_html: entry.html,
    image: picture?.url,
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    authors:
      entry.authors.length === 0
        ? undefined
        : entry.authors.map(({ name, url }) => ({ name, url: url ?? undefined })),
    tags: entry.categories.length === 0 ? undefined : entry.categories,
    attachments: picture === null ? undefined : [{ url: picture.url, mime_type: picture.type }],
  }
}
