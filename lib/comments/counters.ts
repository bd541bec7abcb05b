import type { Transaction } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import type { CommentState } from '@/prisma/generated/enums'

/** As much of a comment as the counters follow from. */
export type Standing = { state: CommentState; isPublic: boolean; approved: boolean }

/** A comment that is not there yet counts nowhere. */
export const nowhere: Standing = { state: 'deleted', isPublic: false, approved: false }

/** The conversation was closed while a comment was being posted: the transaction is undone. */
export class ClosedMeanwhile extends Error {}

type Counted = { id: number; articleId: number; authorId: number; ancestorIds: number[] }

/**
 * Moves every counter from where `before` had it to where `after` has it, and announces what readers can see of
 * it. Rows are taken in one order everywhere (reader, comments by id, article, topics), so that two writers never
 * wait for each other in a ring; the article's and the topics' locks are held only until the commit that follows.
 * `posted` is 1 for a new comment.
 */
export async function moveCounters(
  tx: Transaction,
  comment: Counted,
  before: Standing,
  after: Standing,
  posted: 0 | 1,
): Promise<void> {
  const approved = Number(after.approved && after.isPublic) - Number(before.approved && before.isPublic)
  const rejected = Number(after.state === 'rejected') - Number(before.state === 'rejected')
  const held = Number(after.state === 'held') - Number(before.state === 'held')
  const shown = Number(after.isPublic) - Number(before.isPublic)
  if (posted || approved || rejected) {
    await tx.reader.update({
      where: { id: comment.authorId },
      data: {
        postedCount: { increment: posted },
        approvedCount: { increment: approved },
        rejectedCount: { increment: rejected },
      },
      select: { id: true },
    })
  }
  if (shown && comment.ancestorIds.length > 0) {
    await tx.$executeRaw`
      with ancestors as (select id from "Comment" where id = any(${comment.ancestorIds}::int[]) order by id for no key update)
      update "Comment" c set "publicDescendantCount" = c."publicDescendantCount" + ${shown} from ancestors where c.id = ancestors.id`
  }
  if (held || shown) {
    const counted = await tx.$executeRaw`
      update "Article" set "heldCommentCount" = "heldCommentCount" + ${held}, "publicCommentCount" = "publicCommentCount" + ${shown}
      where id = ${comment.articleId} and (${posted} = 0 or (state = 'published' and conversation = 'open'))`
    if (counted === 0) throw new ClosedMeanwhile()
  }
  if (before.isPublic || after.isPublic) await announce(tx, comment.articleId, shown !== 0)
}

/** A changed wording changes the conversation; a changed number also the pages that print it. */
async function announce(tx: Transaction, articleId: number, numberChanged: boolean): Promise<void> {
  const talk = topics.talk(articleId)
  if (!numberChanged) return bumpTopics(tx, [talk])
  const { section } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { section: { select: { slug: true } } },
  })
  await bumpTopics(tx, [talk, topics.front, topics.section(section.slug)])
}
