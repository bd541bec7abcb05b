import { inTransaction, type Transaction } from '@/lib/db'
import { denied } from '@/lib/moderation/commands-permission'
import { recordAction, type StaffActionKind } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import type { ArticleState } from '@/prisma/generated/enums'
import { scheduleUpdate } from './commands-update'
import { announceVersion, makeVersion } from './commands-version'
import { blocking, check, type Finding } from './pre-publication'
import { isLater, type Publication, type Published, type PublishRefusal, type When } from './publication'
import { factsFor } from './queries-checks'
import { type Move, type Standing, stateAfter } from './transitions'
import { isAt, type LockedCopy, lockWorkingCopy } from './working-copy'

/**
 * Makes what is written the article's next version, in one transaction: at once, or for a time to come, until which readers
 * of a public article have what it says now. The one door of the desk. Refuses what somebody changed since it was read, what
 * waits for a choice, what a check blocks, and a time past.
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
    const after = stateAfter(copy.article, moveOf(copy.article, when))
    if (!after.ok) return after
    const checked = await passed(tx, moderator, copy, publication, now)
    if (!checked.ok) return checked
    const rules = checked.value.map(({ rule }) => rule)
    if (copy.article.state === 'published' && isLater(when))
      return scheduleUpdate(tx, moderator, copy, { ...publication, when }, rules, now)
    return publishCopy(tx, moderator, copy, { publication, after: after.state, rules }, now)
  })
}

/** What the checks find, where none of it stops what is written as whoever publishes had it before them. */
async function passed(
  tx: Transaction,
  moderator: Moderator,
  copy: LockedCopy,
  { base, override }: Publication,
  now: Date,
): Promise<Outcome<Finding[], PublishRefusal>> {
  const { id: articleId } = copy.article
  if (!isAt(copy, base)) return refused({ error: 'changed-since' })
  if (await tx.draftAside.findFirst({ where: { articleId, settledAt: null }, select: { id: true } }))
    return refused({ error: 'unsettled' })
  const findings = check(copy.content, await factsFor(tx, articleId, copy.content, now))
  const maySayNo = override === true && !(await denied(tx, moderator, 'override-check', null, now))
  const stopping = blocking(findings, maySayNo)
  return stopping.length > 0 ? refused({ error: 'checks', findings: stopping }) : done(findings)
}

async function publishCopy(
  tx: Transaction,
  moderator: Moderator,
  { article, content }: LockedCopy,
  { publication, after, rules }: { publication: Publication; after: ArticleState; rules: string[] },
  now: Date,
): Promise<Outcome<Published, PublishRefusal>> {
  const { id: articleId } = article
  const { when } = publication
  const made = await makeVersion(tx, article, content, { ...publication, createdById: moderator.id }, now)
  if (!made.ok) return made
  const { number } = made.value
  await tx.article.update({
    where: { id: articleId },
    data: {
      state: after,
      ...('at' in when ? { goesLiveAt: when.at } : {}),
      ...(after === 'published'
        ? { publishedAt: article.publishedAt ?? now, goesLiveAt: null, notice: null }
        : {}),
    },
    select: { id: true },
  })
  await tx.articleDraft.deleteMany({ where: { articleId } })
  await tx.scheduledUpdate.deleteMany({ where: { articleId } })
  const detail = {
    version: number,
    kind: publication.kind ?? null,
    at: 'at' in when ? when.at.toISOString() : null,
    findings: rules,
  }
  const kind = kindOf(article.state, when)
  await recordAction(
    tx,
    { kind, actorId: moderator.id, articleId, note: publication.reason || null, detail },
    now,
  )
  await announceVersion(tx, article, content)
  return done({ state: after, version: number, at: now })
}

/** The same word of the form is another move with what is public already. */
function moveOf({ state }: Standing, when: When): Move {
  return state === 'published' && isLater(when) ? `${when.move}-later` : when.move
}

function kindOf(was: ArticleState, { move }: When): StaffActionKind {
  if (move === 'schedule') return 'article-scheduled'
  if (move === 'embargo') return 'article-embargoed'
  if (move === 'update') return 'article-updated'
  return was === 'published' ? 'article-revised' : 'article-published'
}
