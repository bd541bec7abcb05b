import { fallbackFormat, type PictureShape, picturePath, widthsOf } from '@/lib/articles/picture-files'

/** A feed, whatever the format it is written in. Addresses are absolute, `html` is safe. */
export type Feed = {
  title: string
  description: string
  language: string
  /** The page that it is of. */
  home: string
  /** Its own address in each format. */
  addresses: Record<FeedFormat, string>
  /** Who publishes it. */
  publisher: { name: string; url: string }
  /** The newest change of anything in it. */
  updatedAt: Date
  /** Where subscribers ask to be told of changes (WebSub). */
  hub: string | null
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** A tag URI (RFC 4151) that stays whatever becomes of the address or the words. */
  id: string
  url: string
  title: string
  /** A BCP 47 tag, where it is not the feed's. */
  language: string | null
  summary: string | null
  html: string
  publishedAt: Date
  updatedAt: Date
  authors: { name: string; url: string | null }[]
  categories: string[]
  /** Where its conversation is. */
  comments: string | null
  picture: FeedPicture | null
}
export type FeedPicture = {
  url: string
  type: string
  width: number
  height: number
  alt: string
  credit: string
}

export const feedFormats = {
  'feed.xml': 'rss',
  'atom.xml': 'atom',
  'feed.json': 'json',
} as const

/** Media types, by format. */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const

export type FeedName = keyof typeof feedFormats
export type FeedFormat = (typeof feedFormats)[FeedName]

/** A picture of the library as programs are told of it: in one width and in a format that all of them know. */
export function feedPicture(
  picture: PictureShape & { hash: string; height: number; alt: string; credit: string },
  site: URL,
): FeedPicture {
  const width = widthsOf(picture).findLast((offered) => offered <= 1080) ?? picture.width
  const format = fallbackFormat(picture)
  return {
    url: new URL(picturePath(picture.hash, width, format), site).href,
    type: format === 'png' ? 'image/png' : 'image/jpeg',
    width,
    height: Math.max(1, Math.round((picture.height * width) / picture.width)),
    alt: picture.alt,
    credit: picture.credit,
  }
}

/** The addresses of the feeds of a page, by format. */
export function feedAddresses(page: string, site: URL): Record<FeedFormat, string> {
  const at = (name: FeedName) => new URL(page === '/' ? `/${name}` : `${page}/${name}`, site).href
  return { rss: at('feed.xml'), atom: at('atom.xml'), json: at('feed.json') }
}

/** The feeds of a page as its metadata names them, for programs that look for them there. */
export function feedLinks(page: string, title: string, site: URL): Record<string, FeedLink[]> {
  const { rss, atom, json } = feedAddresses(page, site)
  return {
    [feedTypes.rss]: [{ url: rss, title }],
    [feedTypes.atom]: [{ url: atom, title }],
    [feedTypes.json]: [{ url: json, title }],
  }
}
type FeedLink = { url: string; title: string }

export function isFeedName(name: string | undefined): name is FeedName {
  return name !== undefined && Object.hasOwn(feedFormats, name)
}

/** A tag URI (RFC 4151): the host, the year in which the thing began, and what it is called there. */
export function tagId(site: URL, begunAt: Date, name: string): string {
  return `tag:${site.hostname},${begunAt.getUTCFullYear()}:${name}`
}
