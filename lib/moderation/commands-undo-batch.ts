import { inTransaction, type Transaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { type Batch, type BatchRefusal, parted, patient } from './commands-batch'
import { putInHand } from './commands-claim'
import { denied, permittedAmong } from './commands-permission'
import { reasonOf } from './commands-undo'
import { itemsPerPage } from './queries-queue'
import { type DecisionRow, replay } from './replay'
import { recordAction } from './staff-action'
import { lockMany, type Written, writeMany } from './write-many'

/**
 * Takes an action back: each comment stands as before it, but for those about which something was decided since, which
 * are left and named. Doing it twice changes nothing and succeeds.
 */
export async function undoBatch(
  moderator: Moderator,
  actionId: number,
  now: Date,
): Promise<Outcome<Batch, BatchRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'undo', null, now)
    if (no) return no
    // Of two who take the same back the second sees the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tribune batch'), ${actionId}::int)`
    const action = await tx.staffAction.findFirst({
      where: { id: actionId, kind: 'batch-decided' },
      select: { readerId: true, undoneBy: { select: { id: true } } },
    })
    if (!action) return refused({ error: 'no-action' })
    const { readerId, undoneBy } = action
    if (undoneBy) return done({ actionId: undoneBy.id, decided: await decidedIn(tx, undoneBy.id), left: [] })
    const ids = await decidedIn(tx, actionId)
    const may = await permittedAmong(tx, moderator, 'undo', ids, now)
    if (!may.ok) return may
    const locked = await lockMany(tx, [...may.ids])
    const decisions = await decisionsOf(tx, ids)
    const writing = locked.flatMap((comment): Written[] => {
      const all = decisions.get(comment.id) ?? []
      const last = all.at(-1)
      if (last?.actionId !== actionId) return []
      const { revisionId, id: undoesId } = last
      const before = all.slice(0, -1)
      return [
        { comment, after: replay(before), rule: 'undone', revisionId, undoesId, reason: reasonOf(before) },
      ]
    })
    const undoing = { kind: 'batch-undone', actorId: moderator.id, undoesId: actionId } as const
    const detail = { count: writing.length, left: ids.length - writing.length }
    const undone = await recordAction(tx, { ...undoing, detail, ...(readerId && { readerId }) }, now)
    const together = { actionId: undone, actorId: moderator.id, reason: null, note: null, upheld: null }
    await writeMany(tx, writing, together, now)
    // A page of them, as they were before them; all of somebody's are for everybody.
    if (writing.length <= itemsPerPage)
      await putInHand(
        tx,
        moderator,
        writing.map(({ comment }) => comment.id),
        now,
      )
    return done({ actionId: undone, ...parted(ids, writing) })
  }, patient)
}

async function decidedIn(tx: Transaction, actionId: number): Promise<number[]> {
  const rows = await tx.decision.findMany({
    where: { actionId },
    orderBy: { id: 'asc' },
    select: { commentId: true },
  })
  return rows.map(({ commentId }) => commentId)
}

type BatchRow = DecisionRow & {
  reason: string | null
  commentId: number
  actionId: number | null
}

async function decisionsOf(tx: Transaction, ids: readonly number[]): Promise<Map<number, BatchRow[]>> {
  const rows = await tx.$queryRaw<BatchRow[]>`
    select id, "commentId", "revisionId", number, "actorId", "fromState"::text as "fromState", "toState"::text as "toState", rule,
           "undoesId", "actionId", reason
    from "Decision" where "commentId" = any(${ids}::int[]) order by "commentId", number`
  const byComment = new Map<number, BatchRow[]>()
  for (const row of rows) byComment.set(row.commentId, [...(byComment.get(row.commentId) ?? []), row])
  return byComment
}
