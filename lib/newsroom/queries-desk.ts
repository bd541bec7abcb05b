import { db, inTransaction } from '@/lib/db'
import type { Editor } from '@/lib/readers/viewer'
import type { ArticleState } from '@/prisma/generated/enums'
import { baseName } from './base'
import { standsAt } from './choose'
import type { DraftContent } from './draft-content'
import { check, type Finding } from './pre-publication'
import { factsFor } from './queries-checks'
import { readWorkingCopy, type WaitingUpdate } from './queries-working-copy'
import { type Move, movesFrom } from './transitions'
import type { Names } from './typed-draft'

export type WaitingAside = {
  id: number
  place: string
  standing: unknown
  aside: unknown
  by: string
  at: Date
}

/** An article as whoever writes it has it before them. */
export type ArticleAtDesk = {
  id: number
  slug: string
  state: ArticleState
  base: string
  content: DraftContent
  /** Whether something is written that is not published. */
  isDraft: boolean
  savedAt: Date | null
  savedBy: string | null
  versions: number
  /** Errors that readers reported and nobody has settled. */
  openErrors: number
  publishedAt: Date | null
  goesLiveAt: Date | null
  /** What a public article is to say from a time on. */
  update: WaitingUpdate | null
  notice: string | null
  legalFlag: boolean
  hold: { at: Date; reason: string } | null
  previousId: number | null
  moves: Move[]
  asides: WaitingAside[]
  findings: Finding[]
}

/** Null when there is no such article. Everything is read at one moment, so that what is shown has the name it is saved under. */
export function findAtDesk(_editor: Editor, id: number, now: Date): Promise<ArticleAtDesk | null> {
  return inTransaction(async (tx) => {
    const row = await tx.article.findUnique({
      where: { id },
      select: {
        ...{ slug: true, state: true, publishedAt: true, goesLiveAt: true, notice: true, legalFlag: true },
        ...{ legalHoldAt: true, legalHoldReason: true, previousId: true },
        draft: { select: { savedAt: true, savedBy: { select: { name: true } } } },
        draftAsides: {
          where: { settledAt: null },
          orderBy: { id: 'asc' },
          select: {
            ...{ id: true, place: true, aside: true, createdAt: true },
            writtenBy: { select: { name: true } },
          },
        },
        _count: { select: { versions: true, errorReports: { where: { state: 'open' } } } },
      },
    })
    const copy = row && (await readWorkingCopy(tx, id))
    if (!copy) return null
    const { legalHoldAt: at, legalHoldReason: reason } = row
    const { content } = copy
    return {
      ...{ id, slug: row.slug, state: row.state, base: baseName(copy.base), content, isDraft: copy.isDraft },
      savedAt: row.draft?.savedAt ?? null,
      savedBy: row.draft?.savedBy.name ?? null,
      ...{ versions: row._count.versions, openErrors: row._count.errorReports },
      ...{ publishedAt: row.publishedAt, goesLiveAt: row.goesLiveAt, notice: row.notice },
      ...{ legalFlag: row.legalFlag, previousId: row.previousId },
      hold: at && reason !== null ? { at, reason } : null,
      moves: movesFrom({ state: row.state, isHeld: at !== null, hasUpdate: copy.update !== null }),
      update: copy.update,
      asides: row.draftAsides.map(({ writtenBy, createdAt, ...aside }) => ({
        ...aside,
        ...{ standing: standsAt(content, aside.place) ?? null, by: writtenBy.name, at: createdAt },
      })),
      findings: check(content, await factsFor(tx, id, content, now)),
    }
  })
}

/** Every author's name by their slug: a newsroom's, not a country's. */
export async function listAuthorNames(_editor: Editor): Promise<Names> {
  const authors = await db().author.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2_000,
    select: { slug: true, name: true },
  })
  return new Map(authors.map(({ slug, name }) => [slug, name]))
}

/** The headlines of articles, public or not, in the order asked for; without those that are not there. */
export async function listHeadlines(
  _editor: Editor,
  ids: number[],
): Promise<{ id: number; headline: string }[]> {
  const rows = await db().articleListing.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, headline: true },
  })
  const headlines = new Map(rows.map(({ articleId, headline }) => [articleId, headline]))
  return ids.flatMap((id) => {
    const headline = headlines.get(id)
    return headline === undefined ? [] : [{ id, headline }]
  })
}

/** The name of what is written now; null when there is no such article. */
export async function findBaseName(_editor: Editor, id: number): Promise<string | null> {
  const row = await db().article.findUnique({
    where: { id },
    select: {
      ...{ draft: { select: { revision: true } }, scheduledUpdate: { select: { revision: true } } },
      currentVersion: { select: { number: true } },
    },
  })
  const saved = row?.draft ?? row?.scheduledUpdate
  if (saved) return baseName({ save: saved.revision })
  return row?.currentVersion ? baseName({ version: row.currentVersion.number }) : null
}
