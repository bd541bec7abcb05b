import { announce } from '@/lib/articles/commands'
import { type LockedArticle, lockArticle } from '@/lib/articles/commands-version'
import { inTransaction, type Transaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import type { DeskAction } from '@/lib/moderation/permissions'
import { recordAction, type StaffActionKind } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { bumpTopics, topics } from '@/lib/topics'
import type { ArticleState } from '@/prisma/generated/enums'
import { recallUpdate } from './commands-recall'
import { type MoveRefusal, stateAfter } from './transitions'

/** What is done to an article as a whole, without a word of it changed. */
export const standingMoves = [
  'cancel',
  'cancel-later',
  'withdraw',
  'unpublish',
  'block',
  'restore',
  'hold',
  'release',
] as const
export type StandingMove = (typeof standingMoves)[number]

const rules: Record<StandingMove, { needs: DeskAction; did: StaffActionKind }> = {
  cancel: { needs: 'publish-article', did: 'article-unscheduled' },
  'cancel-later': { needs: 'publish-article', did: 'update-unscheduled' },
  withdraw: { needs: 'take-back-article', did: 'article-withdrawn' },
  unpublish: { needs: 'take-back-article', did: 'article-unpublished' },
  block: { needs: 'block-article', did: 'article-blocked' },
  restore: { needs: 'publish-article', did: 'article-restored' },
  hold: { needs: 'hold-article', did: 'article-held' },
  release: { needs: 'hold-article', did: 'article-released' },
}

/** Readers are told why something is gone, and by whose demand; the newsroom why nothing may change. */
const needsWords: readonly StandingMove[] = ['withdraw', 'block', 'hold']

export type StandingRefusal =
  | PermissionRefusal
  | MoveRefusal
  | { error: 'no-article' | 'no-words' | 'long-words' }
const longestWords = 1_000

/**
 * Moves an article: `withdraw` leaves a notice (410), `block` names the demand (451), `unpublish` says nothing (404),
 * `cancel` calls back what was to go live, `cancel-later` an update that was to, `restore` shows again what was withdrawn or blocked, `hold` freezes its versions
 * and `release` frees them. What the law took away only an administrator restores. `words` is the notice, the demand, or why it is held.
 */
export async function moveArticle(
  moderator: Moderator,
  { articleId, move, words }: { articleId: number; move: StandingMove; words: string },
  now: Date,
): Promise<Outcome<{ state: ArticleState }, StandingRefusal>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId)
    const isBlocked = article?.state === 'blocked' && move === 'restore'
    const no = await denied(tx, moderator, isBlocked ? 'block-article' : rules[move].needs, null, now)
    if (no) return no
    if (!article) return refused({ error: 'no-article' })
    const hasUpdate = (await tx.scheduledUpdate.count({ where: { articleId } })) > 0
    const after = stateAfter({ ...article, hasUpdate }, move)
    if (!after.ok) return after
    const said = words.trim()
    if (needsWords.includes(move) && said === '') return refused({ error: 'no-words' })
    if (said.length > longestWords) return refused({ error: 'long-words' })
    await tx.article.update({
      where: { id: articleId },
      data: { state: after.state, changedAt: now, ...changeFor(move, said, now) },
      select: { id: true },
    })
    const action = { kind: rules[move].did, actorId: moderator.id, articleId, note: said || null }
    await recordAction(tx, action, now)
    // What waits for its time waits no more when the article is taken back: it is a draft again.
    if (move === 'cancel-later' || after.state !== 'published') await recallUpdate(tx, articleId)
    await announceMoved(tx, article)
    return done({ state: after.state })
  })
}

/** Marks an article to be read by somebody who knows the law before it is published, or says that they have. */
export async function flagArticle(
  moderator: Moderator,
  { articleId, on }: { articleId: number; on: boolean },
  now: Date,
): Promise<Outcome<Record<string, never>, PermissionRefusal | { error: 'no-article' }>> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId)
    // Anybody may ask for the lawyer; that they have read it is for those who answer for it.
    const no = await denied(tx, moderator, on ? 'write-article' : 'override-check', null, now)
    if (no) return no
    if (!article) return refused({ error: 'no-article' })
    const { count } = await tx.article.updateMany({
      where: { id: articleId, legalFlag: !on },
      data: { legalFlag: on, changedAt: now },
    })
    const kind = on ? 'article-flagged' : 'article-cleared'
    if (count > 0) await recordAction(tx, { kind, actorId: moderator.id, articleId }, now)
    return done({})
  })
}

/** Tells every page that shows an article, lists it, or shows what somebody said under it: their profiles, too. */
export async function announceMoved(tx: Transaction, { id, section }: LockedArticle): Promise<void> {
  await announce(tx, id, section)
  const writers = await tx.$queryRaw<{ id: number }[]>`
    select distinct r.id from "Comment" c join "Reader" r on r.id = c."authorId" and r.profile = 'open'
    where c."articleId" = ${id} and c."publicRevisionId" is not null`
  await bumpTopics(tx, [topics.talk(id), ...writers.map((writer) => topics.reader(writer.id))])
}

function changeFor(move: StandingMove, said: string, now: Date) {
  if (move === 'withdraw' || move === 'block') return { notice: said }
  if (move === 'restore') return { notice: null }
  if (move === 'cancel') return { goesLiveAt: null }
  if (move === 'hold') return { legalHoldAt: now, legalHoldReason: said }
  return move === 'release' ? { legalHoldAt: null, legalHoldReason: null } : {}
}
