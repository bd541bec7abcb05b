import { createHash } from 'node:crypto'
import { type Block, newParagraphs, readBody, withIds } from '@/lib/articles/body'
import { publishArticle, redateArticle, reviseArticle } from '@/lib/articles/commands'
import type { VersionInput } from '@/lib/articles/commands-version'
import { keepIds } from '@/lib/articles/keep-ids'
import { articlePath, slugOf } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { WirePage } from './wire-page'

export type Imported = { newsId: number; path: string; did: 'published' | 'revised' | 'redated' | 'nothing' }
export type ImportRefusal =
  | { error: 'no-section'; section: string }
  | { error: 'not-from-wire'; newsId: number; headline: string }
  | { error: 'taken-back'; newsId: number }

/**
 * Publishes a wire page under its own News ID, whole or not at all. The same page again changes nothing; the page
 * with another text becomes the article's next version, and one with another date only moves it. Refuses to write over
 * an article that this newsroom wrote or took back, and a section that is not there. `section` null means: World where there is one, else the first.
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
    if (existing.state !== 'published') return refused({ error: 'taken-back', newsId: page.newsId })
    const isRedated = existing.publishedAt?.getTime() !== page.publishedAt.getTime()
    const isRevised = existing.sourceHash !== sourceHash
    const did = isRevised ? 'revised' : isRedated ? 'redated' : 'nothing'
    if (options.dryRun || did === 'nothing') return done({ newsId: page.newsId, path, did })
    if (isRedated) await redateArticle(page.newsId, page.publishedAt)
    if (!isRevised) return done({ newsId: page.newsId, path, did })
    const change = { reason: 'wire update', sourceHash }
    const revised = await reviseArticle(page.newsId, versionOf(page, existing.body), change, options.now)
    if (!revised.ok && revised.error === 'under-hold')
      return refused({ error: 'taken-back', newsId: page.newsId })
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

/** What stays of `previous`, the body it replaces, keeps its ids. */
function versionOf(page: WirePage, previous: Block[] | null = null): VersionInput {
  const blocks = newParagraphs(page.paragraphs)
  return {
    headline: page.headline,
    standfirst: page.standfirst,
    dateline: null,
    body: previous ? keepIds(previous, blocks) : withIds(blocks),
    tags: [],
    picture: null,
  }
}

function hashOf({ newsId, standfirst, headline, paragraphs }: WirePage): string {
  return createHash('sha256')
    .update(JSON.stringify([newsId, standfirst, headline, paragraphs]))
    .digest('hex')
}

async function findExisting(id: number) {
  const select = { state: true, source: true, sourceHash: true, publishedAt: true } as const
  const found = await db().article.findUnique({
    where: { id },
    select: { ...select, currentVersion: { select: { headline: true, body: true } } },
  })
  const { headline = '', body = [] } = found?.currentVersion ?? {}
  return found && { ...found, headline, body: readBody(body) }
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
