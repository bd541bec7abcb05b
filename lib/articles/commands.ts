import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { bumpTopics, topics } from '@/lib/topics'
import type { ArticleState, Conversation } from '@/prisma/generated/enums'
import {
  addVersion,
  findAuthors,
  lockArticle,
  setBylines,
  type VersionChange,
  type VersionInput,
} from './commands-version'
import { correctionKinds } from './correction'
import { slugOf } from './slug'
import { openOrClose } from './talk-mode'

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
    const authors = await findAuthors(tx, article.bylines)
    if (!authors) return refused({ error: 'unknown-author' })
    const id = await claimId(tx, article, section.id)
    if (id === null) return refused({ error: 'id-taken' })
    await setBylines(tx, id, authors)
    const first = { id, publishedAt: null }
    const version = await addVersion(tx, first, article, { reason: 'published' }, article.publishedAt)
    if (!version.ok) throw new Error(version.error)
    await tx.article.update({
      where: { id },
      data: { state: 'published', publishedAt: article.publishedAt, createdAt: now },
      select: { id: true },
    })
    await announce(tx, id, article.section)
    return done({ id })
  })
}

/**
 * Publishes a further version of an article. The slug follows the headline; the address before it redirects.
 * Refuses what comes from the very source the article already stands at, any change under a legal hold, and a
 * clarification, correction or retraction without its note.
 */
export async function reviseArticle(
  id: number,
  version: VersionInput,
  change: VersionChange & { sourceHash?: string },
  now: Date,
): Promise<Outcome<{ number: number }, { error: 'unknown' | 'same-source' | 'under-hold' | 'no-note' }>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    if (!article) return refused({ error: 'unknown' })
    if (article.isHeld) return refused({ error: 'under-hold' })
    const { sourceHash } = change
    if (sourceHash !== undefined && sourceHash === article.sourceHash)
      return refused({ error: 'same-source' })
    const added = await addVersion(tx, article, version, change, now)
    if (!added.ok) return added
    if (sourceHash !== undefined)
      await tx.article.update({ where: { id }, data: { sourceHash }, select: { id: true } })
    await announce(tx, id, article.section)
    return done({ number: added.value.number })
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

async function addFirstSection(
  tx: Transaction,
  { slug, name }: { slug: string; name: string },
): Promise<void> {
  // Prisma's upsert looks first and writes then; of two at once the second would fail.
  const added = await tx.$executeRaw`
    insert into "Section" (slug, name, position) values (${slug}, ${name}, 1) on conflict do nothing`
  if (added) await bumpTopics(tx, [topics.site])
}

/** Tells every page that shows an article, or lists it, that it changed. */
export async function announce(tx: Transaction, id: number, section: string): Promise<void> {
  const corrections = await tx.articleVersion.count({
    where: { articleId: id, kind: { in: [...correctionKinds] } },
  })
  const { previousId } = await tx.article.findUniqueOrThrow({ where: { id }, select: { previousId: true } })
  await bumpTopics(tx, [
    topics.article(id),
    topics.section(section),
    topics.front,
    // The story it goes on from leads on to it.
    ...(previousId === null ? [] : [topics.article(previousId)]),
    ...(corrections > 0 ? [topics.corrections] : []),
  ])
}
