import type { Transaction } from '@/lib/db'
import type { Finding } from '@/lib/moderation/checks/check'
import type { Place } from './depth'
import { render } from './render'
import type { CommentText } from './text'

export type Written = { text: CommentText; findings: Finding[]; state: 'held' | 'published'; rule: string }

/**
 * Writes a comment, its first revision, the first decision and the note for the outbox as one statement: they point
 * at each other, and one trip instead of five keeps a busy conversation's transaction short.
 */
export async function insertComment(
  tx: Transaction,
  comment: Place & {
    articleId: number
    authorId: number
    key: string | null
    byStaff: boolean
    byNewcomer: boolean
  },
  written: Written,
  now: Date,
): Promise<number> {
  const { text, findings, state, rule } = written
  const rows = await tx.$queryRaw<{ id: number }[]>`
    with ids as materialized (
      select nextval('"Comment_id_seq"')::int as comment, nextval('"Revision_id_seq"')::int as revision),
    comment as (
      insert into "Comment" (id, "articleId", "authorId", "parentId", "rootId", depth, "ancestorIds", state, "currentRevisionId", "publicRevisionId", "idempotencyKey", "byStaff", "byNewcomer", "createdAt", "rankedAt", "otherRankedAt")
      select comment, ${comment.articleId}, ${comment.authorId}, ${comment.parentId}::int, ${comment.rootId}::int, ${comment.depth}, ${comment.ancestorIds}::int[], ${state}::"CommentState",
             revision, case when ${state} = 'published' then revision end, ${comment.key},
             ${comment.byStaff}, ${comment.byNewcomer}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      from ids returning id),
    revision as (
      insert into "Revision" (id, "commentId", number, source, rendered, normalised, fingerprint, checks, "createdAt")
      select revision, comment, 1, ${text.source}, ${JSON.stringify(render(text.source))}::jsonb, ${text.normalised}, ${text.fingerprint}, ${JSON.stringify(findings)}::jsonb, ${now}::timestamptz
      from ids),
    outbox as (
      insert into "Outbox" (kind, payload)
      select ${`comment-${state}`}, jsonb_build_object('commentId', comment, 'articleId', ${comment.articleId}::int) from ids),
    decision as (
      insert into "Decision" ("commentId", "revisionId", number, "toState", rule, "createdAt")
      select comment, revision, 1, ${state}::"CommentState", ${rule}, ${now}::timestamptz from ids)
    select id from comment`
  const row = rows[0]
  if (!row) throw new Error('the comment was not written')
  return row.id
}
