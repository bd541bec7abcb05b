import type { DocumentRoute } from './routes'

const dayMs = 86_400_000

/** What programs read, each kept under its topics as a page is. Feeds have one handler, asked by what they are of. */
export const machineRoutes: readonly DocumentRoute[] = [
  ...feedsOf('', 'front', ['news']),
  ...feedsOf('/section/{slug}', 'section/{slug}', ['section:{slug}']),
  ...feedsOf('/tag/{word}', 'tag/{word}', ['tag:{word}']),
  ...feedsOf('/author/{slug}', 'author/{slug}', ['author:{slug}']),
  ...feedsOf('/news/{id}/comments', 'comments/{id}', ['talk:{id}', 'article:{id}']),
  ...feedsOf('/corrections', 'corrections', ['corrections']),

  program('/sitemap.xml', ['news']),
  program('/sitemaps/pages.xml', [], { asks: '/sitemaps/pages' }),
  program('/sitemaps/{id}.xml', ['sitemap:{id}'], { asks: '/sitemaps/{id}' }),
  // What is two days old leaves it without any news.
  program('/news-sitemap.xml', ['news'], { lives: dayMs / 24 }),
  program('/robots.txt', []),
  program('/manifest.webmanifest', []),
  program('/opensearch.xml', []),
  program('/.well-known/security.txt', [], { lives: dayMs }),
  program('/{key}.txt', [], { asks: '/indexnow/{key}' }),
]

function feedsOf(at: string, of: string, topics: readonly string[]): DocumentRoute[] {
  return ['feed.xml', 'atom.xml', 'feed.json'].map((name) =>
    program(`${at}/${name}`, topics, { asks: `/feeds/${of}/${name}` }),
  )
}

function program(
  pattern: string,
  topics: readonly string[],
  more: Pick<DocumentRoute, 'asks' | 'lives'> = {},
): DocumentRoute {
  return { world: 'document', forPrograms: true, pattern, topics: [...topics, 'site'], ...more }
}
