import { moveManyCounters, stepsAbove } from '@/lib/comments/counters-many'
import { tellMentioned } from '@/lib/comments/tell-mentioned'
import type { Transaction } from '@/lib/db'
import { type Reason, usualReason } from './reasons'
import type { Standing } from './replay'

/** A comment whose row is ours until the commit, with the last decision about it. */
export type Locked = Standing & {
  id: number
  articleId: number
  authorId: number
  ancestorIds: number[]
  isReported: boolean
  seen: number
}

/** What becomes of a comment, and what its decision says. */
export type Written = {
  comment: Locked
  after: Standing
  rule: string
  revisionId: number
  undoesId?: number
  /** Why it is refused again, where taking something back leaves it refused. */
  reason?: Reason | null
}

/** The one action that decisions belong to. `upheld` is what it makes of open reports; null opens what it undoes settled. */
export type Together = {
  actionId: number
  actorId: number
  reason: Reason | null
  note: string | null
  upheld: boolean | null
}

/**
 * Takes the rows of the comments' authors and reporters, then those of the comments with all they answer, in the order
 * of their ids (lib/comments/counters.ts says why), and reads them as they are then.
 */
export async function lockMany(tx: Transaction, ids: readonly number[]): Promise<Locked[]> {
  await tx.$executeRaw`
    select 1 from "Reader" where id in (
      select "authorId" from "Comment" where id = any(${ids}::int[])
      union select "readerId" from "Report" where "commentId" = any(${ids}::int[]))
    order by id for no key update`
  await tx.$executeRaw`
    select 1 from "Comment" where id in (
      select unnest(${ids}::int[]) union select unnest("ancestorIds") from "Comment" where id = any(${ids}::int[]))
    order by id for no key update`
  return tx.$queryRaw<Locked[]>`
    select c.id, c."articleId", c."authorId", c."ancestorIds", c.state::text as state, c."currentRevisionId", c."publicRevisionId",
           c."approvedById", c."reportWeight" > 0 as "isReported",
           (select max(d.number) from "Decision" d where d."commentId" = c.id) as seen
    from "Comment" c where c.id = any(${ids}::int[]) order by c.id`
}

/** Writes decisions that are one action, with all that follows from each. */
export async function writeMany(
  tx: Transaction,
  writing: readonly Written[],
  together: Together,
  now: Date,
): Promise<void> {
  if (writing.length === 0) return
  const { actionId, actorId, reason, note } = together
  const rows = JSON.stringify(
    writing.map(({ comment, after, rule, revisionId, undoesId, reason: again }) => ({
      ...{ id: comment.id, revision: revisionId, number: comment.seen + 1, was: comment.state, rule },
      ...{ undoes: undoesId ?? null, again: again ?? null, state: after.state },
    })),
  )
  await tx.$executeRaw`
    insert into "Decision" ("commentId", "revisionId", number, "actorId", "fromState", "toState", rule, reason, note, "undoesId", "actionId", "createdAt")
    select r.id, r.revision, r.number, ${actorId}::int, r.was::"CommentState", r.state::"CommentState", r.rule,
           case when r.state = 'rejected' or r.rule = 'edit-rejected' then coalesce(${reason}::text, r.again, ${usualReason}) end,
           ${note}::text, r.undoes, ${actionId}::int, ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r(id int, revision int, number int, was text, state text, rule text, undoes int, again text)`
  const moves = writing.map(({ comment, after }) => ({
    comment,
    before: standing(comment),
    after: standing(after),
  }))
  await writeComments(tx, writing, stepsAbove(moves))
  if (together.upheld === null) await reopenMany(tx, actionId)
  else await settleMany(tx, actionId, together.upheld)
  const shown = writing
    .filter(({ after }) => after.publicRevisionId !== null)
    .map(({ comment }) => comment.id)
  if (shown.length > 0) await tellMentioned(tx, shown, now)
  await tx.$executeRaw`
    insert into "Outbox" (kind, payload)
    select 'comment-decided', jsonb_build_object('commentId', d."commentId", 'decisionNumber', d.number)
    from "Decision" d where d."actionId" = ${actionId} order by d.id`
  await moveManyCounters(tx, moves)
}

/** Every row once: where they stand now, and by how much the answers under them and above them change. */
async function writeComments(
  tx: Transaction,
  writing: readonly Written[],
  steps: ReadonlyMap<number, number>,
): Promise<void> {
  const moved = writing.map(({ comment: { id }, after }) => ({
    ...{ id, state: after.state, current: after.currentRevisionId, public: after.publicRevisionId },
    ...{ approver: after.approvedById, step: steps.get(id) ?? 0 },
  }))
  const ids = new Set(moved.map(({ id }) => id))
  const above = [...steps].flatMap(([id, step]) => (step === 0 || ids.has(id) ? [] : [{ id, step }]))
  await tx.$executeRaw`
    update "Comment" c
    set state = coalesce(r.state::"CommentState", c.state), "currentRevisionId" = coalesce(r.current, c."currentRevisionId"),
        "publicRevisionId" = case when r.state is null then c."publicRevisionId" else r.public end,
        "approvedById" = case when r.state is null then c."approvedById" else r.approver end,
        "publicDescendantCount" = c."publicDescendantCount" + r.step
    from jsonb_to_recordset(${JSON.stringify([...moved, ...above])}::jsonb)
      as r(id int, state text, current int, public int, approver int, step int)
    where c.id = r.id`
}

function standing({ state, publicRevisionId, approvedById }: Standing) {
  return { state, isPublic: publicRevisionId !== null, approved: approvedById !== null }
}

/** What `settleReports` does, for all decisions of an action. */
async function settleMany(tx: Transaction, actionId: number, upheld: boolean): Promise<void> {
  await tx.$executeRaw`
    with settled as (
      update "Report" p set upheld = ${upheld}, "decisionId" = d.id
      from "Decision" d where d."actionId" = ${actionId} and d."commentId" = p."commentId" and p.upheld is null
      returning p."readerId", p."commentId"),
    weightless as (update "Comment" set "reportWeight" = 0 where id in (select "commentId" from settled)),
    reporters as (select "readerId" as id, count(*)::int as count from settled group by 1)
    update "Reader" r
    set "reportsUpheld" = r."reportsUpheld" + case when ${upheld} then s.count else 0 end,
        "reportsDismissed" = r."reportsDismissed" + case when ${upheld} then 0 else s.count end
    from reporters s where r.id = s.id`
}

/** What `reopenReports` does, for all that an action takes back. */
async function reopenMany(tx: Transaction, actionId: number): Promise<void> {
  await tx.$executeRaw`
    with settled as (
      select p."commentId", p."readerId", p.upheld, p.weight
      from "Decision" d join "Report" p on p."decisionId" = d."undoesId" where d."actionId" = ${actionId}),
    reopened as (
      update "Report" p set upheld = null, "decisionId" = null from settled s
      where p."commentId" = s."commentId" and p."readerId" = s."readerId"),
    weights as (
      update "Comment" c set "reportWeight" = c."reportWeight" + s.weight
      from (select "commentId", sum(weight) as weight from settled group by 1) s where c.id = s."commentId"),
    reporters as (
      select "readerId" as id, count(*) filter (where upheld)::int as upheld, count(*) filter (where not upheld)::int as dismissed
      from settled group by 1)
    update "Reader" r
    set "reportsUpheld" = r."reportsUpheld" - s.upheld, "reportsDismissed" = r."reportsDismissed" - s.dismissed
    from reporters s where r.id = s.id`
}
