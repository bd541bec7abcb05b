import { findTalk } from '@/lib/articles/queries-talk-mode'
import { modeFor, modeOfPerson } from '@/lib/articles/talk-mode'
import { settleFailures } from '@/lib/comments/commands-check-failure'
import { moveCounters } from '@/lib/comments/counters'
import { findSimilar } from '@/lib/comments/earlier'
import { findHandles } from '@/lib/comments/queries-handles'
import { askHouse } from '@/lib/comments/queries-house-check'
import { listInForce, preparedLists } from '@/lib/comments/queries-house-lists'
import { tellMentioned } from '@/lib/comments/tell-mentioned'
import { readCommentText } from '@/lib/comments/text'
import { submissionOf, wordingOf } from '@/lib/comments/wording'
import { db, inTransaction, type Transaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { sanctionsInForce } from '@/lib/readers/queries-sanction'
import { type InForce, isUnderReview, mayNotWrite } from '@/lib/readers/sanction'
import { isStaff } from '@/lib/readers/viewer'
import type { Role } from '@/prisma/generated/enums'
import { couldNotLook, type HouseLists } from './checks/check'
import { type Checked, runChecks, withHouse } from './checks/run'
import { type LockedComment, lockForDecision } from './commands'

/** As it was read: rechecked only while this is how it stands. */
type Waiting = { id: number; revisionId: number; seen: number }
export type Rechecked = { published: number; held: number; isStillDown: boolean }

/**
 * Runs the checks again on what waits because one of them failed and nobody has decided: what all pass is published by
 * the rule `rechecked`, the rest waits on, with what was found. Stops at the first on which a check fails again.
 */
export async function recheckHeld(most: number, now: Date, lists?: HouseLists): Promise<Rechecked> {
  const result = { published: 0, held: 0, isStillDown: false }
  for (const waiting of await listWaiting(most)) {
    const outcome = await recheck(waiting, now, lists)
    if (outcome === 'still-down') return { ...result, isStillDown: true }
    if (outcome === 'published') result.published += 1
    if (outcome === 'held') result.held += 1
  }
  return result
}

function listWaiting(most: number): Promise<Waiting[]> {
  return db().$queryRaw<Waiting[]>`
    select c.id, c."currentRevisionId" as "revisionId", last.number as seen
    from "DeskItem" d join "Comment" c on c.id = d."commentId"
    cross join lateral (
      select max(number) as number, count("actorId") as people from "Decision" where "commentId" = c.id) last
    where d.queue = 'held' and d.rule = ${couldNotLook} and last.people = 0
    order by d.rank desc, c.id limit ${most}`
}

type Outcome = 'published' | 'held' | 'still-down' | 'changed'

async function recheck(waiting: Waiting, now: Date, lists?: HouseLists): Promise<Outcome> {
  const found = await judge(waiting, now, lists)
  if (!found) return 'changed'
  if (found.findings.some(({ check }) => check === couldNotLook)) return 'still-down'
  return inTransaction(async (tx) => {
    const comment = await lockForDecision(tx, waiting.id)
    const last = comment?.decisions[0]
    const isAsRead = last?.number === waiting.seen && comment?.currentRevisionId === waiting.revisionId
    if (!comment || !isAsRead || comment.state !== 'held' || comment.reportWeight > 0) return 'changed'
    if (found.verdict === 'publish' && (await mayAppear(tx, comment, now))) {
      await publish(tx, comment, waiting, now)
      return 'published'
    }
    await tx.recheck.create({
      data: { revisionId: waiting.revisionId, checks: found.findings, createdAt: now },
      select: { id: true },
    })
    return 'held'
  })
}

/** What the checks make of a wording now. Null when it is gone. */
async function judge({ id, revisionId }: Waiting, now: Date, given?: HouseLists): Promise<Checked | null> {
  const [row] = await db().$queryRaw<Row[]>`
    select c."articleId", c."parentId", c."authorId", v.source, r.role::text as role, r."approvedCount",
           r."trustedAt" is not null as "isTrusted", ${sanctionsInForce(now)} as sanctions,
           exists (select 1 from "Guest" g where g."articleId" = c."articleId" and g."readerId" = r.id) as "isGuest"
    from "Comment" c join "Revision" v on v.id = ${revisionId} and v."commentId" = c.id join "Reader" r on r.id = c."authorId"
    where c.id = ${id}`
  const text = row ? readCommentText(row.source) : null
  if (!row || !text?.ok) return null
  const { articleId, parentId, authorId, isGuest, isTrusted, approvedCount, sanctions } = row
  const talk = await findTalk(articleId)
  if (!talk) return null
  const wording = wordingOf(text.value, await findHandles(text.value.source))
  const underReview = isUnderReview(sanctions)
  const author = { isStaff: isStaff(row.role), isGuest, underReview, approvedCount }
  const similar = await findSimilar(db(), { id, authorId }, wording, now)
  const lists = given ?? (await preparedLists(await listInForce()))
  const { mode } = modeFor({ ...talk.place, person: modeOfPerson({ underReview, isTrusted }) }, now)
  const seen = runChecks(submissionOf(wording, author, similar, mode), lists)
  const asked = { articleId, parentId, authorId, text: text.value.source, commentId: id }
  const house = await askHouse({ kind: 'comment', ...asked }, now)
  return settleFailures(withHouse(seen, house, author), author, now)
}

type Row = {
  articleId: number
  parentId: number | null
  authorId: number
  source: string
  role: Role
  approvedCount: number
  isGuest: boolean
  isTrusted: boolean
  sanctions: InForce[]
}

/** Nothing appears of somebody who may not write, nor where nobody may, nor before what it answers. */
async function mayAppear(tx: Transaction, { id, authorId }: LockedComment, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ sanctions: InForce[]; isOpen: boolean }[]>`
    select ${sanctionsInForce(now)} as sanctions,
           a.state = 'published' and (c."parentId" is null or p."publicRevisionId" is not null) as "isOpen"
    from "Comment" c join "Article" a on a.id = c."articleId" left join "Comment" p on p.id = c."parentId"
    join "Reader" r on r.id = ${authorId} where c.id = ${id}`
  if (!row) return false
  return row.isOpen && !mayNotWrite(row.sanctions) && !isUnderReview(row.sanctions)
}

async function publish(
  tx: Transaction,
  comment: LockedComment,
  { id: commentId, revisionId, seen }: Waiting,
  now: Date,
): Promise<void> {
  const number = seen + 1
  await tx.decision.create({
    data: {
      ...{ commentId, revisionId, number, rule: 'rechecked', createdAt: now },
      ...{ fromState: comment.state, toState: 'published' },
    },
    select: { id: true },
  })
  await tx.comment.update({
    where: { id: commentId },
    data: { state: 'published', publicRevisionId: revisionId },
    select: { id: true },
  })
  await leaveInOutbox(tx, { kind: 'comment-decided', payload: { commentId, decisionNumber: number } })
  await tellMentioned(tx, [commentId], now)
  const approved = comment.approvedById !== null
  await moveCounters(
    tx,
    comment,
    { state: comment.state, isPublic: comment.publicRevisionId !== null, approved },
    { state: 'published', isPublic: true, approved },
  )
}
