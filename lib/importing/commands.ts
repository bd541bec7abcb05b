import { createHash } from 'node:crypto'
import { fromParagraphs } from '@/lib/articles/body'
import { publishArticle, reviseArticle, type VersionInput } from '@/lib/articles/commands'
import { articlePath, slugOf } from '@/lib/articles/slug'
import { db, inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { bumpTopics, topics } from '@/lib/topics'
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
  const section = await settleSection(options)
  if (section === null) return refused({ error: 'no-section', section: options.section ?? '' })
  const existing = await findExisting(page.newsId)
  if (existing) {
    if (existing.source !== 'wire')
      return refused({ error: 'not-from-wire', newsId: page.newsId, headline: existing.headline })
    if (existing.sourceHash === sourceHash) return done({ newsId: page.newsId, path, did: 'nothing' })
    if (!options.dryRun)
      await reviseArticle(page.newsId, versionOf(page), { reason: 'wire update', sourceHash }, options.now)
    return done({ newsId: page.newsId, path, did: 'revised' })
  }
  if (options.dryRun) return done({ newsId: page.newsId, path, did: 'published' })
  const article = {
    ...versionOf(page),
    id: page.newsId,
    section,
    bylines: [],
    prominence: 1,
    publishedAt: page.publishedAt,
    source: 'wire',
    sourceHash,
  } as const
  const published = await publishArticle({ ...article, bylines: [] }, options.now)
  if (published.ok) return done({ newsId: page.newsId, path, did: 'published' })
  // Somebody imported the same page at the same time: look again at what stands there now.
  if (published.error === 'id-taken') return importWirePage(page, options)
  return refused({ error: 'no-section', section })
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

/** The section to publish in. A newsroom without any gets its first, unless this is only a rehearsal. */
async function settleSection({
  section,
  dryRun,
}: {
  section: string | null
  dryRun: boolean
}): Promise<string | null> {
  const sections = await db().section.findMany({ orderBy: { position: 'asc' }, select: { slug: true } })
  if (section !== null) return sections.some(({ slug }) => slug === section) ? section : null
  const usual = sections.find(({ slug }) => slug === 'world') ?? sections[0]
  if (usual) return usual.slug
  if (!dryRun) await inTransaction(addFirstSection)
  return 'news'
}

async function addFirstSection(tx: Transaction): Promise<void> {
  const first = { slug: 'news', name: 'News', position: 1 }
  await tx.section.upsert({ where: { slug: 'news' }, create: first, update: {}, select: { id: true } })
  await bumpTopics(tx, [topics.site])
}
