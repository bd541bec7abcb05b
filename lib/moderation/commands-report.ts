import { lockAuthor } from '@/lib/comments/author'
import { lockWithAncestors, moveCounters } from '@/lib/comments/counters'
import { inTransaction, type Transaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import { isStaff, type Viewer } from '@/lib/readers/viewer'
import { approvalsNeeded } from './checks/newcomer'
import { isLiveRule } from './queries-rules'
import type { Reason } from './reasons'
import { isReportedAway, reportWeight } from './report-weight'

// Twenty at once are a raid that somebody cleans up after; more in a day is a campaign.
const paceOfReports: Allowance = { burst: 20, everySeconds: 4_320 }

/** `revisionId` is the wording that was read, where that is known. */
export type ReportInput = {
  commentId: number
  revisionId: number | null
  reason: Reason
  note: string | null
}
export type Reported = { commentId: number; isNew: boolean }
export type ReportRefusal =
  | { error: 'signed-out' | 'banned' | 'no-comment' | 'own' | 'no-reason' }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Reports a public comment of somebody else's to the desk: once a reader, whatever its revisions and reasons; a second
 * time changes nothing. When enough people's reports weigh enough, and no person has approved the wording, the comment
 * waits for a moderator, unseen.
 */
export async function reportComment(
  viewer: Viewer | null,
  input: ReportInput,
  now: Date,
): Promise<Outcome<Reported, ReportRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  return inTransaction(async (tx) => {
    await lockBoth(tx, viewer.id, input.commentId)
    const reader = await lockAuthor(tx, viewer.id, now)
    if (!reader || reader.banned) return refused({ error: 'banned' })
    const comment = await lockReported(tx, input.commentId)
    if (!comment) return refused({ error: 'no-comment' })
    if (comment.authorId === viewer.id) return refused({ error: 'own' })
    const place = { commentId: comment.id, readerId: viewer.id }
    if (await tx.report.findUnique({ where: { commentId_readerId: place }, select: { commentId: true } }))
      return done({ commentId: comment.id, isNew: false })
    if (!(await isLiveRule(input.reason, tx))) return refused({ error: 'no-reason' })
    const limited = await takeAllowance(tx, `report ${viewer.id}`, paceOfReports, now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
    const record = await tx.reader.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { reportsUpheld: true, reportsDismissed: true },
    })
    const weight = reportWeight({
      ...record,
      isStaff: isStaff(reader.role),
      isKnown: reader.approvedCount >= approvalsNeeded,
    })
    const revisionId = await revisionSeen(tx, comment, input.revisionId)
    const { reason, note } = input
    await tx.report.create({
      data: { ...place, revisionId, reason, note, weight, createdAt: now },
      select: { commentId: true },
    })
    await tx.comment.update({
      where: { id: comment.id },
      data: { reportCount: { increment: 1 }, reportWeight: { increment: weight } },
      select: { id: true },
    })
    if (await isAway(tx, comment, comment.reportWeight + weight)) await holdReported(tx, comment, now)
    return done({ commentId: comment.id, isNew: true })
  })
}

/** The reporter's row and the author's, whose record may change too, in the order of their ids. */
async function lockBoth(tx: Transaction, readerId: number, commentId: number): Promise<void> {
  await tx.$executeRaw`
    select 1 from "Reader" where id = ${readerId} or id = (select "authorId" from "Comment" where id = ${commentId})
    order by id for no key update`
}

type ReportedComment = NonNullable<Awaited<ReturnType<typeof lockReported>>>

/** The comment's row after its ancestors'. */
async function lockReported(tx: Transaction, id: number) {
  const place = await tx.comment.findUnique({ where: { id }, select: { ancestorIds: true } })
  if (!place) return null
  await lockWithAncestors(tx, id, place.ancestorIds)
  const comment = await tx.comment.findFirst({
    where: { id, article: { state: 'published' } },
    select: {
      id: true,
      articleId: true,
      authorId: true,
      ancestorIds: true,
      state: true,
      currentRevisionId: true,
      publicRevisionId: true,
      approvedById: true,
      reportWeight: true,
    },
  })
  const { publicRevisionId } = comment ?? { publicRevisionId: null }
  return comment && publicRevisionId !== null ? { ...comment, publicRevisionId } : null
}

async function revisionSeen(
  tx: Transaction,
  comment: ReportedComment,
  asked: number | null,
): Promise<number> {
  if (asked === null) return comment.publicRevisionId
  const where = { id: asked, commentId: comment.id }
  const seen = await tx.revision.findFirst({ where, select: { id: true } })
  return seen?.id ?? comment.publicRevisionId
}

async function isAway(tx: Transaction, comment: ReportedComment, weight: number): Promise<boolean> {
  const { id: commentId, publicRevisionId: revisionId, state } = comment
  // An edit waits already: the desk reads it anyway, with what readers see meanwhile.
  if (state !== 'published') return false
  const reporters = await tx.report.count({ where: { commentId, upheld: null } })
  const approved = await tx.decision.count({
    where: { commentId, revisionId, rule: { in: ['approved', 'appeal-overturned'] } },
  })
  return isReportedAway({ reporters, weight, isApproved: comment.approvedById !== null && approved > 0 })
}

async function holdReported(tx: Transaction, comment: ReportedComment, now: Date): Promise<void> {
  const { id: commentId, articleId, state } = comment
  const last = await tx.decision.findFirstOrThrow({
    where: { commentId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  await tx.decision.create({
    data: {
      commentId,
      revisionId: comment.currentRevisionId,
      number: last.number + 1,
      fromState: state,
      toState: 'held',
      rule: 'reported',
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.comment.update({
    where: { id: commentId },
    data: { state: 'held', publicRevisionId: null, approvedById: null },
    select: { id: true },
  })
  await leaveInOutbox(tx, { kind: 'comment-held', payload: { commentId, articleId } })
  await moveCounters(
    tx,
    comment,
    { state, isPublic: true, approved: comment.approvedById !== null },
    { state: 'held', isPublic: false, approved: false },
  )
}
