import { partOf } from '@/lib/feeds/sitemap'

/** An article as somebody outside may ask for it, with a comment under it and a word that nothing else says. */
export type Hidden = {
  id: number
  slug: string
  commentId: number
  word: string
  tag: string
  author: string
  handle: string
  day: string
  company: Company
}

/** Public stories that an article hangs together with: it goes on from the one, and the other names it as related. */
export type Company = { before: Place; beside: Place }
type Place = { id: number; slug: string }

/** A way by which an article could be found, read or counted. */
export type Channel = {
  path(article: Hidden): string
  /** It says the article's word while the article is public: else the channel would be tried for nothing. */
  shows?: true
  /** It answers only while the article is public, and holds none of its words: a picture. */
  isBytes?: true
  /** It answers without an end, and only while the article is public: what happens in a conversation. */
  isStream?: true
  /** Asked by somebody who is signed in, and none of the newsroom. */
  asReader?: true
}

const [year, month] = [(day: string) => day.slice(0, 4), (day: string) => day.slice(5, 7)]
const of =
  (prefix: string, ending: string) =>
  ({ tag, author, id }: Hidden) => {
    const places: Record<string, string> = {
      section: '/section/world',
      tag: `/tag/${tag}`,
      author: `/author/${author}`,
      talk: `/news/${id}/comments`,
    }
    return `${places[prefix] ?? ''}/${ending}`
  }

/**
 * Every channel, by its route (documents/routes.ts); a new route has to be added, or named as one that shows no articles.
 * leaks.process.test.ts asks each of them in every state.
 */
export const channels: Record<string, Channel> = {
  '/': { path: () => '/', shows: true },
  '/section/{slug}': { path: () => '/section/world', shows: true },
  '/tag/{word}': { path: ({ tag }) => `/tag/${tag}`, shows: true },
  '/author/{slug}': { path: ({ author }) => `/author/${author}`, shows: true },
  '/search': { path: ({ word }) => `/search?q=${word}`, shows: true },
  '/archive': { path: () => '/archive' },
  '/archive/{year}': { path: ({ day }) => `/archive/${year(day)}` },
  '/archive/{year}/{month}': { path: ({ day }) => `/archive/${year(day)}/${month(day)}` },
  '/archive/{year}/{month}/{day}': { path: ({ day }) => `/archive/${day.replaceAll('-', '/')}`, shows: true },
  '/n/{id}': { path: ({ id }) => `/n/${id}`, shows: true },
  '/news/{id}': { path: ({ id }) => `/news/${id}`, shows: true },
  '/news/{id}/{slug}': { path: ({ id, slug }) => `/news/${id}/${slug}`, shows: true },
  'the story it goes on from': {
    path: ({ company: { before } }) => `/news/${before.id}/${before.slug}`,
    shows: true,
  },
  'a story it is related to': {
    path: ({ company: { beside } }) => `/news/${beside.id}/${beside.slug}`,
    shows: true,
  },
  '/news/{id}/{any}': { path: ({ id }) => `/news/${id}/some-other-form`, shows: true },
  '/news/{id}/comments': { path: ({ id }) => `/news/${id}/comments`, shows: true },
  '/news/{id}/versions': { path: ({ id }) => `/news/${id}/versions`, shows: true },
  '/news/{id}/versions/{number}': { path: ({ id }) => `/news/${id}/versions/1`, shows: true },
  '/news/{id}/report-error': { path: ({ id }) => `/news/${id}/report-error` },
  'a version that is still to come': { path: ({ id }) => `/news/${id}/versions/2` },
  'the same, asked as readers once did': { path: ({ id, slug }) => `/news/${id}/${slug}?v=2` },
  'a conversation in another order': { path: ({ id }) => `/news/${id}/comments?sort=oldest` },
  'the search in a conversation': { path: ({ id, word }) => `/news/${id}/comments?q=${word}` },
  'the conversation around a comment': {
    path: ({ id, commentId }) => `/news/${id}/comments?around=${commentId}`,
  },
  '/api/news/{id}/live': { path: ({ id }) => `/api/news/${id}/live`, isStream: true },
  '/comments/{id}': { path: ({ commentId }) => `/comments/${commentId}` },
  '/comments/{id}/replies': { path: ({ commentId }) => `/comments/${commentId}/replies` },
  '/comments/new': { path: ({ id }) => `/comments/new?article=${id}` },
  'the form of somebody signed in': { path: ({ id }) => `/comments/new?article=${id}`, asReader: true },
  'the form of an answer': {
    path: ({ id, commentId }) => `/comments/new?article=${id}&parent=${commentId}`,
    asReader: true,
  },
  '/comments/{id}/report': { path: ({ commentId }) => `/comments/${commentId}/report`, asReader: true },
  '/comments/{id}/more': { path: ({ commentId }) => `/comments/${commentId}/more`, asReader: true },
  'the receipt of a comment': {
    path: ({ commentId }) => `/comments/${commentId}/receipt`,
    asReader: true,
  },
  'what somebody has of their own': { path: () => '/account', asReader: true },
  'all that somebody wrote': { path: () => '/account/comments', asReader: true },
  '/u/{slug}': { path: ({ handle }) => `/u/${handle}`, shows: true },
  '/corrections': { path: () => '/corrections' },
  '/og/{id}.png': { path: ({ id }) => `/og/${id}.png`, isBytes: true },
  '/og/tag/{word}.png': { path: ({ tag }) => `/og/tag/${tag}.png`, isBytes: true },
  '/sitemap.xml': { path: () => '/sitemap.xml' },
  '/sitemaps/{id}.xml': { path: ({ id }) => `/sitemaps/${partOf(id)}.xml`, shows: true },
  '/news-sitemap.xml': { path: () => '/news-sitemap.xml', shows: true },
  '/api/search/suggest': { path: ({ word }) => `/api/search/suggest?q=${word}` },
  'a suggestion for the beginning of a word': {
    path: ({ word }) => `/api/search/suggest?q=${word.slice(0, 7)}`,
  },
  'what somebody may have meant': { path: ({ word }) => `/search?q=${word.slice(0, -1)}x` },
  'a search by what is around it': { path: ({ author }) => `/search?q=bridge&author=${author}` },
  '/api/v1/articles': { path: () => '/api/v1/articles', shows: true },
  '/api/v1/articles/{id}': { path: ({ id }) => `/api/v1/articles/${id}`, shows: true },
  '/api/v1/articles/{id}/comments': { path: ({ id }) => `/api/v1/articles/${id}/comments`, shows: true },
  '/api/v1/search': { path: ({ word }) => `/api/v1/search?q=${word}` },
  '/api/v1/sections': { path: () => '/api/v1/sections' },
  '/api/viewer': { path: ({ id }) => `/api/viewer?article=${id}` },
  'the reader’s own view of an article': { path: ({ id }) => `/api/viewer?article=${id}`, asReader: true },
  ...Object.fromEntries(
    ['feed.xml', 'atom.xml', 'feed.json'].flatMap((ending): [string, Channel][] => [
      [`/${ending}`, { path: of('', ending), shows: true }],
      [`/section/{slug}/${ending}`, { path: of('section', ending), shows: true }],
      [`/tag/{word}/${ending}`, { path: of('tag', ending), shows: true }],
      [`/author/{slug}/${ending}`, { path: of('author', ending), shows: true }],
      [`/news/{id}/comments/${ending}`, { path: of('talk', ending), shows: true }],
      [`/corrections/${ending}`, { path: () => `/corrections/${ending}` }],
    ]),
  ),
}

/** Routes that show no article: what the house says of itself, what is somebody's own, and files. Pictures have tests of their own. */
export const elsewhere = [
  ...['/about', '/rules', '/terms', '/privacy', '/contact', '/robots.txt', '/manifest.webmanifest'],
  ...['/opensearch.xml', '/.well-known/security.txt', '/{key}.txt', '/sitemaps/pages.xml'],
  ...['/sign-in', '/sign-up', '/sign-out', '/account/**', '/admin/**', '/preview/**'],
  ...['receipt', 'edit', 'delete', 'appeal'].map((verb) => `/comments/{id}/${verb}`),
  ...['/api/comments', '/api/comments/{id}/edit', '/api/comments/{id}/appeal', '/api/health', '/api/**'],
  ...['/api/account/sanctions/{id}/appeal', '/_next/static/**', '/favicon.ico', '/icon.svg'],
  ...['/og/site.png', '/og/section/{slug}.png', '/og/author/{slug}.png'],
  ...['/apple-touch-icon.png', '/fonts/**', '/pictures/**', '/islands/**'],
]
