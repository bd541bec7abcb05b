import { machineRoutes } from './machine-routes'

/** What answers a URL: finished bytes, Next with a nonce, Next's route handlers, or files. */
export type World = 'document' | 'private' | 'api' | 'asset'

/** Milliseconds, `until-midnight` in the site's zone for a page that prints today's date, or `Infinity`. */
export type Lifetime = number | 'until-midnight'

export type DocumentRoute = {
  world: 'document'
  pattern: string
  /** XML, JSON or text, which a route handler writes and which is taken as it is; without it a page. */
  forPrograms?: true
  /** Every topic whose change makes the page old. Pages may declare more while they render. */
  topics: readonly string[]
  /** The parameters that count, in canonical order, with the shape of their values. All others are dropped. */
  query?: Readonly<Record<string, RegExp>>
  /** Of these, parameters that anybody makes up at will: a page asked for with one is made each time and kept nowhere. */
  notKept?: readonly string[]
  lives?: Lifetime
  /**
   * Only the page knows what it shows, and declares it while it renders. One that is not there cannot say which topic will
   * bring it: nothing is remembered of it.
   */
  declares?: true
  /** What the page is kept under when several URLs show the same thing. Its canonical URL is then the page's word. */
  keptAs?: string
  /** What Next is asked for, where it is not the path itself. */
  asks?: string
  /** A parameter that names another page: whoever asks with one is led to its address, in which `{value}` is it. */
  leads?: { name: string; shape: RegExp; to: string }
}
export type OtherRoute = {
  world: Exclude<World, 'document'>
  pattern: string
  /** Of private pages and the API: whether it answers without the database. */
  standsAlone?: true
  /** A form with somebody's text, which is given back when it could not be taken. */
  takesText?: true
}
export type Route = DocumentRoute | OtherRoute

// As lib/comments/cursor.ts writes them.
const cursor = /^[0-9a-z]{1,9}-[0-9a-z]{1,6}$/
// As lib/comments/page-cursor.ts does.
const pageCursor = /^[0-9a-z]{1,9}(?:-[0-9a-z]{1,9}){1,8}$/
// A line of up to 100 characters, as lib/comments/search-words.ts reads it.
const searched = /^[^\p{Cc}\p{Cs}]{1,100}$/u
// Anything at all: lib/search/search.ts reads it, and takes as much of it as counts.
const askedFor = /^[\s\S]{1,2000}$/u
const id = /^[1-9][0-9]{0,9}$/
const article = {
  world: 'document',
  topics: ['article:{id}', 'talk:{id}', 'site'],
  // It says how old it is, in years.
  lives: 'until-midnight',
  keptAs: '/news/{id}',
  leads: { name: 'v', shape: id, to: '/news/{id}/versions/{value}' },
} as const
const archive = {
  world: 'document',
  topics: ['archive:{year}-{month}', 'site'],
  query: { after: cursor, before: cursor },
} as const

/**
 * The route table: it alone decides what is a document. The first row that matches wins; a path without a row does
 * not exist and Next is never asked for it. `{id}` and `{number}` are positive 32-bit integers, `{slug}` lower-case words with
 * hyphens, `{word}` the same in any script, percent-encoded, `{year}`, `{month}` and `{day}` parts of a date, `{any}` one
 * segment of any kind, `**` the rest of the path or nothing.
 */
export const routes: readonly Route[] = [
  { world: 'document', pattern: '/', topics: ['front', 'site'], lives: 'until-midnight' },
  {
    world: 'document',
    pattern: '/section/{slug}',
    topics: ['section:{slug}', 'site'],
    query: { after: cursor, before: cursor },
  },
  {
    world: 'document',
    pattern: '/tag/{word}',
    topics: ['tag:{word}', 'site'],
    query: { after: cursor, before: cursor },
  },
  {
    world: 'document',
    pattern: '/author/{slug}',
    topics: ['author:{slug}', 'site'],
    query: { after: cursor, before: cursor },
  },
  {
    world: 'document',
    pattern: '/search',
    topics: ['site'],
    query: { q: askedFor, sort: /^date$/, page: /^(?:[2-9]|10)$/, after: cursor },
    notKept: ['q'],
  },
  { world: 'document', pattern: '/archive', topics: ['archive', 'site'] },
  { world: 'document', pattern: '/archive/{year}', topics: ['archive:{year}', 'site'] },
  { ...archive, pattern: '/archive/{year}/{month}' },
  { ...archive, pattern: '/archive/{year}/{month}/{day}' },
  { ...article, pattern: '/n/{id}', asks: '/news/{id}' },
  { ...article, pattern: '/news/{id}' },
  {
    world: 'document',
    pattern: '/news/{id}/comments',
    topics: ['talk:{id}', 'article:{id}', 'site'],
    query: {
      sort: /^(?:best|newest|oldest|discussed|other)$/,
      after: pageCursor,
      around: id,
      about: /^[1-9][0-9]{0,3}$/,
      q: searched,
    },
    notKept: ['q'],
  },
  {
    world: 'document',
    pattern: '/news/{id}/versions',
    topics: ['article:{id}', 'site'],
    query: { before: id },
    notKept: ['before'],
  },
  { world: 'document', pattern: '/news/{id}/versions/{number}', topics: ['article:{id}', 'site'] },
  { world: 'private', pattern: '/news/{id}/report-error' },
  { ...article, pattern: '/news/{id}/{slug}' },
  { ...article, pattern: '/news/{id}/{any}', asks: '/news/{id}' },
  {
    world: 'document',
    pattern: '/comments/{id}/replies',
    topics: ['site'],
    query: { after: cursor },
    declares: true,
  },
  // Which reader's topic it is only the page knows.
  {
    world: 'document',
    pattern: '/u/{slug}',
    topics: ['site'],
    query: { after: id },
    declares: true,
  },
  {
    world: 'document',
    pattern: '/corrections',
    topics: ['corrections', 'site'],
    query: { after: cursor, before: cursor },
  },
  ...machineRoutes,
  { world: 'document', pattern: '/about', topics: ['page:about', 'site'] },
  { world: 'document', pattern: '/rules', topics: ['page:rules', 'rules', 'site'] },
  { world: 'document', pattern: '/terms', topics: ['page:terms', 'site'] },
  { world: 'document', pattern: '/privacy', topics: ['page:privacy', 'site'] },
  { world: 'document', pattern: '/contact', topics: ['page:contact', 'site'] },

  { world: 'private', pattern: '/sign-in' },
  { world: 'private', pattern: '/sign-up' },
  { world: 'private', pattern: '/sign-out' },
  { world: 'private', pattern: '/account/**' },
  { world: 'private', pattern: '/admin/**' },
  { world: 'private', pattern: '/comments/new' },
  { world: 'private', pattern: '/preview/**' },
  { world: 'private', pattern: '/comments/{id}/receipt' },
  { world: 'private', pattern: '/comments/{id}/edit' },
  { world: 'private', pattern: '/comments/{id}/delete' },
  { world: 'private', pattern: '/comments/{id}/report' },
  { world: 'private', pattern: '/comments/{id}/more' },
  { world: 'private', pattern: '/comments/{id}/appeal' },

  { world: 'api', pattern: '/comments/{id}' },
  { world: 'api', pattern: '/api/comments', takesText: true },
  { world: 'api', pattern: '/api/comments/{id}/edit', takesText: true },
  { world: 'api', pattern: '/api/comments/{id}/appeal', takesText: true },
  { world: 'api', pattern: '/api/account/sanctions/{id}/appeal', takesText: true },
  { world: 'api', pattern: '/api/health', standsAlone: true },
  { world: 'api', pattern: '/api/**' },

  { world: 'asset', pattern: '/_next/static/**' },
  { world: 'asset', pattern: '/favicon.ico' },
  { world: 'asset', pattern: '/icon.svg' },
  { world: 'asset', pattern: '/apple-touch-icon.png' },
  { world: 'asset', pattern: '/fonts/**' },
  { world: 'asset', pattern: '/pictures/**' },
  { world: 'asset', pattern: '/og/site.png' },
  { world: 'asset', pattern: '/og/section/{slug}.png' },
  { world: 'asset', pattern: '/og/tag/{word}.png' },
  { world: 'asset', pattern: '/og/author/{slug}.png' },
  { world: 'asset', pattern: '/og/{id}.png' },
  { world: 'asset', pattern: '/islands/**' },
]

/** Words that are reserved after `/news/ID/` for pages to come: never a slug, so never redirected to the article. */
export const reservedWords: readonly string[] = [
  'comments',
  'versions',
  'report-error',
  'feed.xml',
  'atom.xml',
  'feed.json',
]

/** The statuses whose pages Next renders, at `/errors/STATUS`, a path that nobody outside can open. */
export const errorStatuses = [400, 403, 404, 405, 410, 413, 414, 422, 451, 500, 503] as const

export function errorPath(status: number): string {
  return `/errors/${status}`
}

/** What takes the place of the plain page for 404 where the database can be asked. */
export const newestPath = `${errorPath(404)}/newest`
