import type { Transaction } from '@/lib/db'
import { topics } from '@/lib/topics'
import type { CommentState } from '@/prisma/generated/enums'

/** As much of a comment as the counters follow from. */
export type Standing = { state: CommentState; isPublic: boolean; approved: boolean }

/** A comment, and what its counters hang on. */
export type Counted = { id: number; articleId: number; authorId: number; ancestorIds: number[] }

/**
 * Moves every counter from where `before` had it to where `after` has it, and announces what readers can see of
 * it. Rows are taken in one order everywhere (reader, comments by id, article, topics), so that two writers never
 * wait for each other in a ring; the article's and the topics' locks are held only until the commit that follows. A new
 * comment is counted where it is written (post_comment in the migrations).
 */
export async function moveCounters(
  tx: Transaction,
  comment: Counted,
  before: Standing,
  after: Standing,
): Promise<void> {
  const approved = Number(after.approved && after.isPublic) - Number(before.approved && before.isPublic)
  const rejected = Number(after.state === 'rejected') - Number(before.state === 'rejected')
  const held = Number(after.state === 'held') - Number(before.state === 'held')
  const shown = Number(after.isPublic) - Number(before.isPublic)
  if (shown && comment.ancestorIds.length > 0) {
    await tx.$executeRaw`
      with ancestors as (select id from "Comment" where id = any(${comment.ancestorIds}::int[]) order by id for no key update)
      update "Comment" c set "publicDescendantCount" = c."publicDescendantCount" + ${shown} from ancestors where c.id = ancestors.id`
  }
  const own = [topics.talk(comment.articleId), topics.reader(comment.authorId)]
  if (held === 0 && shown === 0 && approved === 0 && rejected === 0) {
    // Another wording under the same numbers.
    if (after.isPublic) await tellTalk(tx, own, 'edited', comment.id)
    return
  }
  // The number stands on the front and in its section too. One statement: the author's row is held already, and the
  // topics follow from the article's.
  const news = shown ? [...own, topics.front] : before.isPublic || after.isPublic ? own : []
  const kind: TalkEventKind = shown > 0 ? 'posted' : shown < 0 ? 'removed' : 'edited'
  await tx.$executeRaw`
    with author as (
      update "Reader" set "approvedCount" = "approvedCount" + ${approved}, "rejectedCount" = "rejectedCount" + ${rejected}
      where id = ${comment.authorId} and (${approved} <> 0 or ${rejected} <> 0)),
    article as (
      update "Article" a set "heldCommentCount" = a."heldCommentCount" + ${held}, "publicCommentCount" = a."publicCommentCount" + ${shown}
      from "Section" s
      where a.id = ${comment.articleId} and s.id = a."sectionId" returning s.slug)
    select case when ${news.length} > 0 then
             tell_talk(${news}::text[] || case when ${shown} <> 0 then array['section:' || slug] else '{}'::text[] end, ${kind}, ${comment.id})
           end
    from article`
}

/** Locks a comment's row and those above it, in the order of their ids, as everywhere. */
export async function lockWithAncestors(tx: Transaction, id: number, ancestorIds: number[]): Promise<void> {
  await tx.$executeRaw`select 1 from "Comment" where id = any(${[...ancestorIds, id]}::int[]) order by id for no key update`
}

export type TalkEventKind = 'posted' | 'edited' | 'removed' | 'counted'

/**
 * Announces what readers see of a conversation, and writes the event that open pages are told. Call it last, as
 * `bumpTopics`: the topics' rows stay locked until the commit.
 */
export async function tellTalk(
  tx: Transaction,
  names: string[],
  kind: TalkEventKind,
  commentId: number,
): Promise<void> {
  await tx.$executeRaw`select tell_talk(${names}::text[], ${kind}, ${commentId})`
}
