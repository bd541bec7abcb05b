import { findTalk } from '@/lib/articles/queries-talk-mode'
import { modeFor, modeOfPerson } from '@/lib/articles/talk-mode'
import { inTransaction, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { couldNotLook, type Finding } from '@/lib/moderation/checks/check'
import { reasonsInText, runChecks, withHouse } from '@/lib/moderation/checks/run'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import { isStaff, type Viewer } from '@/lib/readers/viewer'
import { lockAuthor } from './author'
import type { Posted } from './commands'
import { settleFailures } from './commands-check-failure'
import { moveCounters } from './counters'
import { findSimilar } from './earlier'
import { editableUntil } from './edit-window'
import { findHandles } from './queries-handles'
import { askHouseAboutEdit, house } from './queries-house-check'
import { listInForce, preparedLists } from './queries-house-lists'
import { tellMentioned } from './tell-mentioned'
import { readCommentText, type TextProblem } from './text'
import { submissionOf, wordingOf } from './wording'

const paceOfEdits: Allowance = { burst: 10, everySeconds: 360 }

export type EditRefusal =
  | {
      error:
        | 'signed-out'
        | 'banned'
        | 'no-comment'
        | 'closed'
        | 'window-over'
        | 'not-editable'
        | 'changed-meanwhile'
        | TextProblem
    }
  | { error: 'too-soon'; retryAt: Date }
  | { error: 'nudge'; findings: Finding[] }

/**
 * Writes a new revision of one's own comment, through the same checks as a new one. The approved revision stays
 * public while the new one waits, and what is held stays held. Words that are already the comment's change nothing.
 * `revisionId` is the revision that was edited: when there is a newer one, the edit is refused.
 */
export async function editComment(
  viewer: Viewer | null,
  input: { commentId: number; revisionId: number; body: string; nudge?: boolean },
  now: Date,
): Promise<Outcome<Posted, EditRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  const text = readCommentText(input.body)
  const wording = text.ok ? wordingOf(text.value, await findHandles(text.value.source)) : null
  const said = wording ? await askHouseAboutEdit(viewer, { ...input, source: wording.source }, now) : null
  return inTransaction(async (tx) => {
    const author = await lockAuthor(tx, viewer.id, now)
    if (!author || author.banned) return refused({ error: 'banned' })
    const comment = await lockOwnComment(tx, input.commentId, viewer.id)
    if (!comment) return refused({ error: 'no-comment' })
    if (!text.ok || !wording) return refused({ error: text.ok ? 'blank' : text.error })
    const { id, articleId, state } = comment
    if (comment.currentRevision.source === text.value.source) return done({ id, articleId, state })
    if (await isMadeAlready(tx, input, text.value.source)) return done({ id, articleId, state })
    if (state !== 'published' && state !== 'held') return refused({ error: 'not-editable' })
    if (comment.currentRevisionId !== input.revisionId) return refused({ error: 'changed-meanwhile' })
    const talk = await findTalk(articleId, tx)
    if (comment.article.state !== 'published' || !talk) return refused({ error: 'closed' })
    const { mode } = modeFor({ ...talk.place, person: modeOfPerson(author) }, now)
    if (mode === 'closed') return refused({ error: 'closed' })
    if (now > editableUntil(comment.createdAt)) return refused({ error: 'window-over' })
    const record = {
      isStaff: isStaff(author.role),
      isGuest: (await tx.guest.count({ where: { articleId, readerId: viewer.id } })) > 0,
      underReview: author.underReview,
      approvedCount: author.approvedCount,
    }
    const seen = runChecks(
      submissionOf(wording, record, await findSimilar(tx, comment, wording, now), mode),
      await preparedLists(await listInForce(tx), tx),
    )
    const reasons = reasonsInText(seen.findings)
    if (input.nudge && seen.verdict === 'hold' && reasons.length > 0)
      return refused({ error: 'nudge', findings: reasons })
    const checked = await settleFailures(withHouse(seen, said ?? unasked(), record), record, now, tx)
    const limited = await takeAllowance(tx, `edit ${viewer.id}`, paceOfEdits, now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
    // Editing is no way out of the queue: what is held stays held until a person has read it.
    const next = state === 'published' && checked.verdict === 'publish' ? 'published' : 'held'
    const { source, normalised, fingerprint, tree, print } = wording
    // After a rejected edit the current revision is an earlier one; numbers go on from the highest.
    const newest = await tx.revision.findFirstOrThrow({
      where: { commentId: id },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    const revision = await tx.revision.create({
      data: {
        commentId: id,
        number: newest.number + 1,
        source,
        rendered: tree,
        normalised,
        fingerprint,
        checks: checked.findings,
        createdAt: now,
      },
      select: { id: true },
    })
    const last = await tx.decision.findFirstOrThrow({
      where: { commentId: id },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    await tx.decision.create({
      data: {
        commentId: id,
        revisionId: revision.id,
        number: last.number + 1,
        fromState: state,
        toState: next,
        rule: checked.verdict === 'publish' && next === 'held' ? 'edit-of-held' : checked.rule,
        createdAt: now,
      },
      select: { id: true },
    })
    const publicRevisionId = next === 'published' ? revision.id : comment.publicRevisionId
    await tx.comment.update({
      where: { id },
      data: { state: next, currentRevisionId: revision.id, publicRevisionId },
      select: { id: true },
    })
    if (print)
      await tx.textPrint.createMany({
        data: print.pieces.map((piece) => ({ piece, createdAt: now, commentId: id, hash: print.hash })),
        skipDuplicates: true,
      })
    if (next === 'published' && wording.mentioned.length > 0) await tellMentioned(tx, [id], now)
    if (next === 'held')
      await leaveInOutbox(tx, { kind: 'comment-held', payload: { commentId: id, articleId } })
    const standing = { isPublic: publicRevisionId !== null, approved: comment.approvedById !== null }
    await moveCounters(tx, comment, { ...standing, state }, { ...standing, state: next })
    return done({ id, articleId, state: next })
  })
}

/** It became an edit to be asked about in the millisecond between: nobody has looked at it. */
function unasked(): Finding | null {
  return env().CHECK_URL ? { check: couldNotLook, verdict: 'hold', detail: { failed: house } } : null
}

/** Whether this very edit was made before: its answer was lost, and somebody may have decided on it since. */
async function isMadeAlready(
  tx: Transaction,
  { commentId, revisionId }: { commentId: number; revisionId: number },
  source: string,
): Promise<boolean> {
  const where = { commentId, id: { gt: revisionId }, source }
  return (await tx.revision.findFirst({ where, select: { id: true } })) !== null
}

async function lockOwnComment(tx: Transaction, id: number, authorId: number) {
  await tx.$executeRaw`select 1 from "Comment" where id = ${id} and "authorId" = ${authorId} for no key update`
  return tx.comment.findFirst({
    where: { id, authorId },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      ancestorIds: true,
      state: true,
      createdAt: true,
      approvedById: true,
      currentRevisionId: true,
      publicRevisionId: true,
      currentRevision: { select: { source: true } },
      article: { select: { state: true } },
    },
  })
}
