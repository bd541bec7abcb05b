import { inTransaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { denied, type PermissionRefusal, permittedAmong } from './commands-permission'
import { type Move, moved } from './moves'
import { isLiveRule } from './queries-rules'
import type { Reason } from './reasons'
import { recordAction } from './staff-action'
import { type Locked, lockMany, type Written, writeMany } from './write-many'

/** More at once would keep everybody else waiting: the rest is another batch. */
export const mostInBatch = 10_000
// Ten thousand take seconds, on a slow disk many: whoever asked would rather wait than be told that it failed.
export const patient = { timeout: 60_000 }

/** As a moderator read it: decided only while this is how it stands. */
export type Read = { commentId: number; revisionId: number; seen: number }
export type BatchInput = { comments: Read[]; note: string | null } & (
  | { move: 'approve' }
  | { move: 'reject'; reason: Reason }
)

/** `left` are those that were decided or edited meanwhile, had nothing to decide, or are not theirs to decide about: they stand as they stood. */
export type Batch = { actionId: number; decided: number[]; left: number[] }
export type BatchRefusal =
  | PermissionRefusal
  | { error: 'too-many' | 'no-action' | 'nothing-to-decide' | 'no-reason' }

/** Decides about many comments as one action. Each is decided as it was read, or left alone and named. */
export async function decideMany(
  moderator: Moderator,
  input: BatchInput,
  now: Date,
): Promise<Outcome<Batch, BatchRefusal>> {
  if (input.comments.length > mostInBatch) return refused({ error: 'too-many' })
  const read = new Map(input.comments.map((each) => [each.commentId, each]))
  return inTransaction(async (tx) => {
    const may = await permittedAmong(tx, moderator, input.move, [...read.keys()], now)
    if (!may.ok) return may
    if (input.move === 'reject' && !(await isLiveRule(input.reason, tx)))
      return refused({ error: 'no-reason' })
    const locked = await lockMany(tx, [...may.ids])
    const writing = locked.flatMap((comment) => {
      const seen = read.get(comment.id)
      if (seen?.seen !== comment.seen || seen.revisionId !== comment.currentRevisionId) return []
      return writingOf(moderator, comment, input.move)
    })
    if (writing.length === 0) return refused({ error: 'nothing-to-decide' })
    const reason = input.move === 'reject' ? input.reason : null
    const { note, move } = input
    const actionId = await recordAction(
      tx,
      { kind: 'batch-decided', actorId: moderator.id, reason, note, detail: { move, count: writing.length } },
      now,
    )
    await writeMany(
      tx,
      writing,
      { actionId, actorId: moderator.id, reason, note, upheld: move === 'reject' },
      now,
    )
    return done({ actionId, ...parted([...read.keys()], writing) })
  }, patient)
}

/**
 * Rejects all that a reader has standing or waiting, edits with what they were edits of: one action, that can be taken
 * back. Of more than ten thousand the newest; `more` says that there are others.
 */
export async function rejectAllOf(
  moderator: Moderator,
  input: { readerId: number; reason: Reason; note: string | null },
  now: Date,
): Promise<Outcome<Batch & { more: boolean }, BatchRefusal>> {
  const { readerId, reason, note } = input
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'reject', { readerId }, now)
    if (no) return no
    if (!(await isLiveRule(reason, tx))) return refused({ error: 'no-reason' })
    // Whoever posts has their row: nothing of theirs comes in between.
    await tx.$executeRaw`select 1 from "Reader" where id = ${readerId} for no key update`
    const theirs = await tx.$queryRaw<{ id: number }[]>`
      select id from "Comment" where "authorId" = ${readerId} and state in ('held', 'published')
      order by id desc limit ${mostInBatch + 1}`
    const ids = theirs.slice(0, mostInBatch).map(({ id }) => id)
    const may = await permittedAmong(tx, moderator, 'reject', ids, now)
    if (!may.ok) return may
    const writing = (await lockMany(tx, [...may.ids]))
      .filter(({ state }) => state === 'held' || state === 'published')
      .map((comment): Written => {
        const { currentRevisionId, currentRevisionId: revisionId } = comment
        const after = {
          state: 'rejected',
          currentRevisionId,
          publicRevisionId: null,
          approvedById: null,
        } as const
        return { comment, revisionId, rule: 'rejected', after }
      })
    if (writing.length === 0) return refused({ error: 'nothing-to-decide' })
    const detail = { move: 'reject', count: writing.length }
    const actionId = await recordAction(
      tx,
      { kind: 'batch-decided', actorId: moderator.id, readerId, reason, note, detail },
      now,
    )
    await writeMany(tx, writing, { actionId, actorId: moderator.id, reason, note, upheld: true }, now)
    return done({ actionId, ...parted(ids, writing), more: theirs.length > mostInBatch })
  }, patient)
}

function writingOf(moderator: Moderator, comment: Locked, move: Move): Written[] {
  const after = moved(comment, move)
  if (!after) return []
  const { rule, ...shown } = after
  const approvedById =
    rule === 'approved' ? moderator.id : after.publicRevisionId === null ? null : comment.approvedById
  return [{ comment, rule, revisionId: comment.currentRevisionId, after: { ...shown, approvedById } }]
}

/** Which of the asked were written, and which were not. */
export function parted(ids: readonly number[], writing: readonly Written[]): Pick<Batch, 'decided' | 'left'> {
  const decided = new Set(writing.map(({ comment }) => comment.id))
  return { decided: [...decided], left: ids.filter((id) => !decided.has(id)) }
}
