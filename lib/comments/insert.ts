import type { FoundPassage } from '@/lib/articles/queries-passage'
import type { Transaction } from '@/lib/db'
import type { Finding } from '@/lib/moderation/checks/check'
import type { Place } from './depth'
import type { Wording } from './wording'

export type Written = {
  wording: Wording
  /** What of the article it is about. */
  about: FoundPassage | null
  findings: Finding[]
  state: 'held' | 'published'
  rule: string
}

/**
 * Writes a comment, its first revision, what that is compared by, the passage it is about, the first decision and the
 * note for the outbox as one statement: they point at each other, and one trip instead of five keeps a busy conversation's transaction short.
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
  const { wording, about, findings, state, rule } = written
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
      select revision, comment, 1, ${wording.source}, ${JSON.stringify(wording.tree)}::jsonb, ${wording.normalised}, ${wording.fingerprint}, ${JSON.stringify(findings)}::jsonb, ${now}::timestamptz
      from ids),
    prints as (
      insert into "TextPrint" (piece, "createdAt", "commentId", hash)
      select piece, ${now}::timestamptz, comment, ${wording.print?.hash ?? 0n}::bigint
      from ids, unnest(${wording.print?.pieces ?? []}::int[]) as piece),
    anchor as (
      insert into "Anchor" ("commentId", "articleId", "versionId", paragraph, quote, prefix, suffix)
      select comment, ${comment.articleId}::int, ${about?.versionId ?? null}::int, ${about?.paragraph ?? null}::int,
             ${about?.quote ?? null}::text, ${about?.prefix ?? null}::text, ${about?.suffix ?? null}::text
      from ids where ${about !== null}),
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
