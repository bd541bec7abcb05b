import type { Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { ArticleState, Direction, VersionKind } from '@/prisma/generated/enums'
import type { Block } from './body'
import { moveAnchors } from './move-anchors'
import { plainNote } from './note'
import { slugOf } from './slug'
import type { Source } from './sources'

/** What one version says. What need not be said is not. */
export type VersionInput = {
  headline: string
  standfirst: string | null
  dateline: string | null
  body: Block[]
  tags: string[]
  picture: { id: number; alt: string; caption: string | null; credit?: string | null } | null
  language?: string | null
  direction?: Direction | null
  seoTitle?: string | null
  seoDescription?: string | null
  sources?: Source[]
  related?: number[]
}

/** What a version is to those who read the one before it, and why it was made. */
export type VersionChange = {
  reason: string
  kind?: VersionKind
  /** Told to readers; a clarification, a correction and a retraction need one. */
  note?: string | null
  significant?: boolean
  createdById?: number
}

export type LockedArticle = {
  id: number
  state: ArticleState
  section: string
  sectionId: number
  sourceHash: string | null
  publishedAt: Date | null
  currentVersionId: number | null
  isHeld: boolean
}

/** The article as it is until the transaction ends; null when there is none. */
export async function lockArticle(tx: Transaction, id: number): Promise<LockedArticle | null> {
  const rows = await tx.$queryRaw<LockedArticle[]>`
    select a.id, a.state::text as state, s.slug as section, s.id as "sectionId", a."sourceHash", a."publishedAt",
           a."currentVersionId", a."legalHoldAt" is not null as "isHeld"
    from "Article" a join "Section" s on s.id = a."sectionId" where a.id = ${id} for no key update of a`
  return rows[0] ?? null
}

/**
 * Adds a version to a locked article and makes it the current one; the slug follows the headline. Readers see it when the
 * article is public, which it does not change. Refuses a clarification, correction or retraction that says nothing.
 */
export async function addVersion(
  tx: Transaction,
  { id: articleId, publishedAt }: Pick<LockedArticle, 'id' | 'publishedAt'>,
  input: VersionInput,
  change: VersionChange,
  createdAt: Date,
): Promise<Outcome<{ id: number; number: number }, { error: 'no-note' }>> {
  const { reason, kind, note = null, significant, createdById } = change
  if (kind && needsNote.includes(kind) && plainNote(note ?? '') === '') return refused({ error: 'no-note' })
  const last = await tx.articleVersion.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const number = (last?.number ?? 0) + 1
  const { headline, standfirst, dateline, body, tags, picture } = input
  const row = await tx.articleVersion.create({
    data: {
      ...{ articleId, number, headline, standfirst, dateline, body, tags, reason, note, createdAt },
      kind: kind ?? (number === 1 ? 'published' : 'update'),
      significant: significant ?? kind !== 'typo',
      createdById: createdById ?? null,
      pictureId: picture?.id ?? null,
      pictureAlt: picture?.alt ?? null,
      caption: picture?.caption ?? null,
      pictureCredit: picture?.credit ?? null,
      language: input.language ?? null,
      direction: input.direction ?? null,
      seoTitle: input.seoTitle ?? null,
      seoDescription: input.seoDescription ?? null,
      sources: input.sources ?? [],
      related: input.related ?? [],
    },
    select: { id: true },
  })
  await tx.article.update({
    where: { id: articleId },
    data: {
      currentVersionId: row.id,
      slug: slugOf(headline),
      changedAt: createdAt,
      // For processes of before "PublishedVersion", which says it now.
      ...(publishedAt === null ? { firstPublicNumber: number } : {}),
    },
    select: { id: true },
  })
  if (number > 1) await moveAnchors(tx, articleId, { id: row.id, body })
  return done({ id: row.id, number })
}

/** The ids of authors, in the order of their slugs; null when a slug is no author's. */
export async function findAuthors(tx: Transaction, slugs: string[]): Promise<number[] | null> {
  const authors = await tx.author.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true },
  })
  const ids = new Map(authors.map(({ id, slug }) => [slug, id]))
  const found = [...new Set(slugs)].flatMap((slug) => ids.get(slug) ?? [])
  return found.length === new Set(slugs).size ? found : null
}

/** Sets who an article is by, in order. */
export async function setBylines(tx: Transaction, articleId: number, authorIds: number[]): Promise<void> {
  await tx.byline.deleteMany({ where: { articleId } })
  await tx.byline.createMany({
    data: authorIds.map((authorId, position) => ({ articleId, authorId, position })),
  })
}

const needsNote: VersionKind[] = ['clarification', 'correction', 'retraction']
