import { announce } from '@/lib/articles/commands'
import { addVersion, findAuthors, type LockedArticle, setBylines } from '@/lib/articles/commands-version'
import { openOrClose } from '@/lib/articles/talk-mode'
import { inTransaction, type Transaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction, type StaffActionKind } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import type { ArticleState, VersionKind } from '@/prisma/generated/enums'
import type { Base } from './base'
import { versionOf } from './content-of-version'
import type { DraftContent } from './draft-content'
import { blocking, check, type Finding } from './pre-publication'
import { factsFor } from './queries-checks'
import { type MoveRefusal, stateAfter } from './transitions'
import { isAt, lockWorkingCopy } from './working-copy'

/** When readers get it: now; at a time that nobody is told; at one until which those who have it keep it to themselves; or as said before. */
export type When = { move: 'publish' | 'update' } | { move: 'schedule' | 'embargo'; at: Date }

export type Publication = {
  /** What whoever publishes had before them. */
  base: Base
  when: When
  reason: string
  kind?: VersionKind
  note?: string | null
  significant?: boolean
  /** Published although a check says no: for whoever may say so. */
  override?: boolean
}

export type PublishRefusal =
  | PermissionRefusal
  | MoveRefusal
  | {
      error:
        | 'no-article'
        | 'changed-since'
        | 'unsettled'
        | 'unknown-section'
        | 'unknown-author'
        | 'unknown-related'
        | 'no-picture'
        | 'no-note'
        | 'not-ahead'
    }
  | { error: 'checks'; findings: Finding[] }

export type Published = { state: ArticleState; version: number; at: Date }

/**
 * Makes what is written the article's next version, in one transaction: at once, or for a time to come. The one door of the
 * desk. Refuses what somebody changed since it was read, what waits for a choice, what a check blocks, and a time past.
 */
export async function publishDraft(
  moderator: Moderator,
  articleId: number,
  publication: Publication,
  now: Date,
): Promise<Outcome<Published, PublishRefusal>> {
  const { when } = publication
  if ('at' in when && when.at <= now) return refused({ error: 'not-ahead' })
  return inTransaction(async (tx) => {
    const copy = await lockWorkingCopy(tx, articleId)
    const no = await denied(tx, moderator, 'publish-article', null, now)
    if (no) return no
    if (!copy) return refused({ error: 'no-article' })
    const { article, content } = copy
    const after = stateAfter(article, when.move)
    if (!after.ok) return after
    if (!isAt(copy, publication.base)) return refused({ error: 'changed-since' })
    if (await tx.draftAside.findFirst({ where: { articleId, settledAt: null }, select: { id: true } }))
      return refused({ error: 'unsettled' })
    const findings = check(content, await factsFor(tx, articleId, content, now))
    const maySayNo =
      publication.override === true && !(await denied(tx, moderator, 'override-check', null, now))
    const stopping = blocking(findings, maySayNo)
    if (stopping.length > 0) return refused({ error: 'checks', findings: stopping })
    const placed = await place(tx, article, content, now)
    if (!placed.ok) return placed
    const change = { ...publication, createdById: moderator.id }
    const added = await addVersion(tx, article, versionOf(content), change, now)
    if (!added.ok) return added
    const { number } = added.value
    await tx.article.update({
      where: { id: articleId },
      data: {
        state: after.state,
        ...('at' in when ? { goesLiveAt: when.at } : {}),
        ...(after.state === 'published'
          ? { publishedAt: article.publishedAt ?? now, goesLiveAt: null, notice: null }
          : {}),
      },
      select: { id: true },
    })
    await tx.articleDraft.deleteMany({ where: { articleId } })
    const detail = {
      version: number,
      kind: publication.kind ?? null,
      at: 'at' in when ? when.at.toISOString() : null,
      findings: findings.map(({ rule }) => rule),
    }
    const kind = kindOf(article.state, when)
    await recordAction(
      tx,
      { kind, actorId: moderator.id, articleId, note: publication.reason || null, detail },
      now,
    )
    if (content.section !== article.section) await announce(tx, articleId, article.section)
    await announce(tx, articleId, content.section)
    await bumpTopics(tx, [topics.talk(articleId)])
    return done({ state: after.state, version: number, at: now })
  })
}

/** Puts the article where its content says it stands. */
async function place(
  tx: Transaction,
  article: LockedArticle,
  content: DraftContent,
  now: Date,
): Promise<
  Outcome<
    Record<string, never>,
    { error: 'unknown-section' | 'unknown-author' | 'unknown-related' | 'no-picture' }
  >
> {
  const section = await tx.section.findUnique({ where: { slug: content.section }, select: { id: true } })
  if (!section) return refused({ error: 'unknown-section' })
  const authors = await findAuthors(tx, content.bylines)
  if (!authors) return refused({ error: 'unknown-author' })
  const related = new Set(content.related)
  if ((await tx.article.count({ where: { id: { in: [...related] } } })) !== related.size)
    return refused({ error: 'unknown-related' })
  const { picture } = content
  if (picture && !(await tx.picture.findUnique({ where: { id: picture.id }, select: { id: true } })))
    return refused({ error: 'no-picture' })
  await setBylines(tx, article.id, authors)
  const { conversation } = await tx.article.findUniqueOrThrow({
    where: { id: article.id },
    select: { conversation: true },
  })
  await tx.article.update({
    where: { id: article.id },
    data: {
      ...{ sectionId: section.id, prominence: content.prominence, mode: content.mode },
      ...(conversation === content.conversation ? {} : openOrClose(content.conversation, now)),
    },
    select: { id: true },
  })
  return done({})
}

function kindOf(was: ArticleState, { move }: When): StaffActionKind {
  if (move === 'schedule') return 'article-scheduled'
  if (move === 'embargo') return 'article-embargoed'
  if (move === 'update') return 'article-updated'
  return was === 'published' ? 'article-revised' : 'article-published'
}
