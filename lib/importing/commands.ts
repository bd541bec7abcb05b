import { createHash } from 'node:crypto'
import { fromParagraphs } from '@/lib/articles/body'
import { publishArticle, reviseArticle, type VersionInput } from '@/lib/articles/commands'
import { articlePath, slugOf } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { WirePage } from './wire-page'

export type Imported = { newsId: number; path: string; did: 'published' | 'revised' | 'nothing' }
export type ImportRefusal =
  | { error: 'no-section'; section: string }
  | { error: 'not-from-wire'; newsId: number; headline: string }

/**
 * Publishes a wire page under its own News ID, whole or not at all. The same page again changes nothing; the page
 * with another text becomes the article's next version. Refuses to write over an article that this newsroom wrote,
 * and a section that is not there. `section` null means: World where there is one, else the first.
 * With `dryRun` it answers what it would do and writes nothing.
 */
export async function importWirePage(
  page: WirePage,
  options: { section: string | null; dryRun: boolean; now: Date },
): Promise<Outcome<Imported, ImportRefusal>> {
  const sourceHash = hashOf(page)
  const path = articlePath({ id: page.newsId, slug: slugOf(page.headline) })
  const section = await findUsualSection(options.section)
  if (section === null) return refused({ error: 'no-section', section: options.section ?? '' })
  const existing = await findExisting(page.newsId)
  if (existing) {
    if (existing.source !== 'wire')
      return refused({ error: 'not-from-wire', newsId: page.newsId, headline: existing.headline })
    if (existing.sourceHash === sourceHash) return done({ newsId: page.newsId, path, did: 'nothing' })
    if (options.dryRun) return done({ newsId: page.newsId, path, did: 'revised' })
    const change = { reason: 'wire update', sourceHash }
    const revised = await reviseArticle(page.newsId, versionOf(page), change, options.now)
    // Of two imports of the same update at once the second finds it done.
    return done({ newsId: page.newsId, path, did: revised.ok ? 'revised' : 'nothing' })
  }
  if (options.dryRun) return done({ newsId: page.newsId, path, did: 'published' })
  const article = {
    ...versionOf(page),
    id: page.newsId,
    section: section.slug,
    ...(section.isNew ? { firstSection } : {}),
    prominence: 1,
    publishedAt: page.publishedAt,
    source: 'wire',
    sourceHash,
  } as const
  const published = await publishArticle({ ...article, bylines: [] }, options.now)
  if (published.ok) return done({ newsId: page.newsId, path, did: 'published' })
  // Somebody imported the same page at the same time: look again at what stands there now.
  if (published.error === 'id-taken') return importWirePage(page, options)
  return refused({ error: 'no-section', section: section.slug })
}

function versionOf(page: WirePage): VersionInput {
  return {
    headline: page.headline,
    standfirst: page.standfirst,
    dateline: null,
    body: fromParagraphs(page.paragraphs),
    tags: [],
    picture: null,
  }
}

function hashOf({ newsId, publishedAt, standfirst, headline, paragraphs }: WirePage): string {
  return createHash('sha256')
    .update(JSON.stringify([newsId, publishedAt.toISOString(), standfirst, headline, paragraphs]))
    .digest('hex')
}

async function findExisting(
  id: number,
): Promise<{ source: string; sourceHash: string | null; headline: string } | null> {
  const found = await db().article.findUnique({
    where: { id },
    select: { source: true, sourceHash: true, currentVersion: { select: { headline: true } } },
  })
  return found
    ? { source: found.source, sourceHash: found.sourceHash, headline: found.currentVersion?.headline ?? '' }
    : null
}

/** The section to publish in, and whether it is to be made: a newsroom without any gets its first. */
async function findUsualSection(asked: string | null): Promise<{ slug: string; isNew: boolean } | null> {
  const sections = await db().section.findMany({ orderBy: { position: 'asc' }, select: { slug: true } })
  if (asked !== null)
    return sections.some(({ slug }) => slug === asked) ? { slug: asked, isNew: false } : null
  const usual = sections.find(({ slug }) => slug === 'world') ?? sections[0]
  return usual ? { slug: usual.slug, isNew: false } : { slug: firstSection.slug, isNew: true }
}

const firstSection = { slug: 'news', name: 'News' }
