import { setTimeout as pause } from 'node:timers/promises'
import { givenSignedIn } from '@/e2e/process/session'
import { articlePath, slugOf } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { partOf } from '@/lib/feeds/sitemap'
import { numberText, quantile } from './figures'
import type { Finding } from './part'
import type { Site } from './site'
import { single, targets } from './targets'
import { timeChange, type Wanted, type Way } from './until-shown'
import { openDesk, type WritingDesk } from './writing-desk'

const tries = 20
/** As many as `placesOf` names. */
export const placesWatched = 14

/** By place, the seconds until it showed what was published, each the slowest connection's of every way. */
type Seen = Map<string, number[]>
type Subject = { section: string; author: { slug: string; name: string }; tag: string }

/**
 * Articles published by the desk's own form, and then their next version: the seconds until every place that tells of them
 * does.
 */
export async function measurePublications(
  site: Site,
  ways: readonly Way[],
  pauseMs: () => number,
): Promise<Finding> {
  const desk = openDesk(site, await givenSignedIn(site.dataDir, 'Editor', 'editor'))
  const subject = await subjectOf()
  const [published, revised]: [Seen, Seen] = [new Map(), new Map()]
  for (let time = 0; time < tries; time++) {
    const headline = (text: string) => `${text} ${numberText(time)} of ${Date.now()}`
    const [first, second] = [headline('A bridge for the ferry'), headline('No bridge for the ferry')]
    const { id, base } = await desk.begin(subject.section)
    await timeVersion(desk, { id, base, headline: first, seen: published }, subject, ways, pauseMs())
    await timeVersion(desk, { id, base: 'v1', headline: second, seen: revised }, subject, ways, pauseMs())
  }
  desk.close()
  return report(published, revised)
}

async function timeVersion(
  desk: WritingDesk,
  { id, base, headline, seen }: { id: number; base: string; headline: string; seen: Seen },
  { section, author, tag }: Subject,
  ways: readonly Way[],
  pauseMs: number,
): Promise<void> {
  const written = await desk.write(id, base, { headline, section, bylines: author.name, tags: tag })
  const places = placesOf(id, headline, { section, author, tag })
  await pause(pauseMs)
  const times = await timeChange(ways, async () => {
    await desk.publish(id, written)
    return [...places.values()]
  })
  for (const [place, name] of [...places.keys()].entries()) {
    const slowest = Math.max(...[...times.values()].map((seconds) => seconds[place] ?? 0))
    seen.set(name, [...(seen.get(name) ?? []), slowest])
  }
}

/** Everything that tells of an article: its address is in the sitemap's part, its headline in all else. */
function placesOf(id: number, headline: string, { section, author, tag }: Subject): Map<string, Wanted> {
  const path = articlePath({ id, slug: slugOf(headline) })
  const named: [name: string, path: string, mark?: string][] = [
    ['the article', path],
    ['its versions', `/news/${id}/versions`],
    ['the front', '/'],
    ['the section', `/section/${section}`],
    ['the tag', `/tag/${slugOf(tag)}`],
    ['the author', `/author/${author.slug}`],
    ['RSS', '/feed.xml'],
    ['Atom', '/atom.xml'],
    ['JSON Feed', '/feed.json'],
    ['the section’s RSS', `/section/${section}/feed.xml`],
    ['the part of the sitemap', `/sitemaps/${partOf(id)}.xml`, path],
    ['the news sitemap', '/news-sitemap.xml'],
    ['/api/v1/articles', '/api/v1/articles'],
    ['/api/v1/articles/ID', `/api/v1/articles/${id}`],
  ]
  return new Map(named.map(([name, at, mark = headline]) => [name, { path: at, mark, isShown: true }]))
}

async function subjectOf(): Promise<Subject> {
  const [section, author] = await Promise.all([
    db().section.findFirstOrThrow({ orderBy: { position: 'asc' }, select: { slug: true } }),
    db().author.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { slug: true, name: true } }),
  ])
  return { section: section.slug, author, tag: 'Bridges' }
}

function report(published: Seen, revised: Seen): Finding {
  const text = (seconds: readonly number[], q: number) => numberText(quantile(seconds, q), 2)
  const rows = [...published].map(([name, seconds]) => {
    const next = revised.get(name) ?? []
    return [name, text(seconds, 0.5), text(seconds, 1), text(next, 0.5), text(next, 1)]
  })
  const slowest = (seen: Seen) => Math.max(...[...seen.values()].flat())
  return {
    tables: [
      {
        title: `${tries} articles published, and the next version of each`,
        rows: [['', 'published: median s', 'slowest s', 'next version: median s', 'slowest s'], ...rows],
      },
    ],
    notes: [
      `The clock runs from before the desk's form is sent until every connection, directly to each process and through deploy/nginx, has shown the place; each place is read on connections of its own.`,
    ],
    figures: [single(targets.published, slowest(published)), single(targets.revised, slowest(revised))],
    raw: { published: Object.fromEntries(published), revised: Object.fromEntries(revised) },
  }
}
