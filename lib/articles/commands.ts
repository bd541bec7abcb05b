import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { bumpTopics, topics } from '@/lib/topics'
import type { ArticleState, Conversation } from '@/prisma/generated/enums'
import type { Block } from './body'
import { moveAnchors } from './move-anchors'
import { slugOf } from './slug'
import { openOrClose } from './talk-mode'

/** What one version says. */
export type VersionInput = {
  headline: string
  standfirst: string | null
  dateline: string | null
  body: Block[]
  tags: string[]
  picture: { id: number; alt: string; caption: string | null } | null
}

export type NewArticle = VersionInput & {
  firstSection?: { slug: string; name: string } // made in a newsroom that has no section yet
  id?: number // kept from where it came; without it the next free News ID is taken
  section: string
  bylines: string[] // authors' slugs, in order
  prominence: number
  publishedAt: Date
  source: 'desk' | 'wire'
  sourceHash: string | null
}

/** Publishes a new article with its first version. Refuses an unknown section or author and a News ID in use. */
export async function publishArticle(
  article: NewArticle,
  now: Date,
): Promise<Outcome<{ id: number }, { error: 'unknown-section' | 'unknown-author' | 'id-taken' }>> {
  return inTransaction(async (tx) => {
    if (article.firstSection) await addFirstSection(tx, article.firstSection)
    const section = await tx.section.findUnique({ where: { slug: article.section }, select: { id: true } })
    if (!section) return refused({ error: 'unknown-section' })
    const authors = await tx.author.findMany({
      where: { slug: { in: article.bylines } },
      select: { id: true, slug: true },
    })
    if (authors.length !== new Set(article.bylines).size) return refused({ error: 'unknown-author' })
    const id = await claimId(tx, article, section.id)
    if (id === null) return refused({ error: 'id-taken' })
    const version = await addVersion(tx, id, article, {
      number: 1,
      reason: 'published',
      createdAt: article.publishedAt,
    })
    const position = new Map(article.bylines.map((slug, index) => [slug, index]))
    await tx.byline.createMany({
      data: authors.map((author) => ({
        articleId: id,
        authorId: author.id,
        position: position.get(author.slug) ?? 0,
      })),
    })
    await tx.article.update({
      where: { id },
      data: {
        state: 'published',
        publishedAt: article.publishedAt,
        currentVersionId: version,
        createdAt: now,
      },
      select: { id: true },
    })
    await announce(tx, id, article.section)
    return done({ id })
  })
}

/**
 * Publishes a further version of an article. The slug follows the headline; the address before it redirects.
 * Refuses what comes from the very source the article already stands at.
 */
export async function reviseArticle(
  id: number,
  version: VersionInput,
  change: { reason: string; sourceHash?: string },
  now: Date,
): Promise<Outcome<{ number: number }, { error: 'unknown' | 'same-source' }>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    if (!article) return refused({ error: 'unknown' })
    if (change.sourceHash !== undefined && change.sourceHash === article.sourceHash)
      return refused({ error: 'same-source' })
    const number = (await tx.articleVersion.count({ where: { articleId: id } })) + 1
    const currentVersionId = await addVersion(tx, id, version, {
      number,
      reason: change.reason,
      createdAt: now,
    })
    const sourceHash = change.sourceHash === undefined ? {} : { sourceHash: change.sourceHash }
    await tx.article.update({
      where: { id },
      data: { currentVersionId, slug: slugOf(version.headline), ...sourceHash },
      select: { id: true },
    })
    await moveAnchors(tx, id, { id: currentVersionId, body: version.body })
    await announce(tx, id, article.section)
    return done({ number })
  })
}

/** Opens or closes the conversation under an article. */
export function setConversation(id: number, conversation: Conversation, now = new Date()) {
  return changeArticle(id, openOrClose(conversation, now))
}

/** Moves a published article to another state, such as withdrawn. */
export function setState(id: number, state: Extract<ArticleState, 'published' | 'withdrawn' | 'blocked'>) {
  return changeArticle(id, { state })
}

/** Corrects when an article was published. */
export function redateArticle(id: number, publishedAt: Date) {
  return changeArticle(id, { publishedAt })
}

async function changeArticle(
  id: number,
  data: ReturnType<typeof openOrClose> | { state: ArticleState } | { publishedAt: Date },
): Promise<Outcome<{ id: number }, { error: 'unknown' }>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    if (!article) return refused({ error: 'unknown' })
    await tx.article.update({ where: { id }, data, select: { id: true } })
    await announce(tx, id, article.section)
    return done({ id })
  })
}

// A foreign id near the end of the range would leave no room for articles written here.
const farthestJump = 1_000_000_000

/** Takes the article's row, or makes it; null when the asked News ID is in use. */
async function claimId(tx: Transaction, article: NewArticle, sectionId: number): Promise<number | null> {
  const { id, prominence, source, sourceHash } = article
  if (id !== undefined) {
    // Waits for another import of the same page to end, instead of failing on its row.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('article'), ${id}::int)`
    if (await tx.article.findUnique({ where: { id }, select: { id: true } })) return null
  }
  const data = {
    slug: slugOf(article.headline),
    sectionId,
    prominence,
    source,
    sourceHash,
    ...(id === undefined ? {} : { id }),
  }
  const row = await tx.article.create({ data, select: { id: true } })
  // An imported id beyond the sequence moves the sequence, so that no article written here ever meets it.
  await tx.$executeRaw`select setval('"Article_id_seq"', ${row.id}::bigint) where ${row.id}::bigint > (select last_value from "Article_id_seq") and ${row.id}::bigint < ${farthestJump}::bigint`
  return row.id
}

async function addVersion(
  tx: Transaction,
  articleId: number,
  input: VersionInput,
  about: { number: number; reason: string; createdAt: Date },
): Promise<number> {
  const { headline, standfirst, dateline, body, tags, picture } = input
  const row = await tx.articleVersion.create({
    data: {
      articleId,
      headline,
      standfirst,
      dateline,
      body,
      tags,
      pictureId: picture?.id ?? null,
      pictureAlt: picture?.alt ?? null,
      caption: picture?.caption ?? null,
      ...about,
    },
    select: { id: true },
  })
  return row.id
}

async function lockArticle(
  tx: Transaction,
  id: number,
): Promise<{ section: string; sourceHash: string | null } | null> {
  const rows = await tx.$queryRaw<{ section: string; sourceHash: string | null }[]>`
    select s.slug as section, a."sourceHash" from "Article" a join "Section" s on s.id = a."sectionId" where a.id = ${id} for no key update of a`
  return rows[0] ?? null
}

async function addFirstSection(
  tx: Transaction,
  { slug, name }: { slug: string; name: string },
): Promise<void> {
  // Prisma's upsert looks first and writes then; of two at once the second would fail.
  const added = await tx.$executeRaw`
    insert into "Section" (slug, name, position) values (${slug}, ${name}, 1) on conflict do nothing`
  if (added) await bumpTopics(tx, [topics.site])
}

async function announce(tx: Transaction, id: number, section: string): Promise<void> {
  await bumpTopics(tx, [topics.article(id), topics.section(section), topics.front])
}
