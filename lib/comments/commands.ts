import { inTransaction, type Transaction } from '@/lib/db'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { runChecks } from '@/lib/moderation/checks/run'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import { isStaff, type Viewer } from '@/lib/readers/viewer'
import type { CommentState } from '@/prisma/generated/enums'
import { lockAuthor } from './author'
import { ClosedMeanwhile, moveCounters, nowhere } from './counters'
import { type Place, placeUnder } from './depth'
import { insertComment } from './insert'
import { readCommentText, type TextProblem } from './text'

// A person writes a few at once in a lively thread; a newcomer's first day is slower (Discourse's figures, eased).
const paceOfNewcomers: Allowance = { burst: 5, everySeconds: 30 }
const paceOfReaders: Allowance = { burst: 10, everySeconds: 5 }

/** The same words in the same place within this are one press of the button, made twice. */
const doublePressMinutes = 10

export type CommentInput = { articleId: number; parentId: number | null; body: string; key: string | null }
export type Posted = { id: number; articleId: number; state: CommentState }
export type PostRefusal =
  | { error: 'signed-out' | 'banned' | 'no-article' | 'closed' | 'no-parent' | TextProblem }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Posts a comment: published at once, or held for the desk, as the checks say. Doing it twice (the same words in the
 * same place, within ten minutes or under the same key) gives the comment of the first time. Refuses signed-out and
 * banned readers, articles that are missing or closed, a parent that is not public there, bad text and haste;
 * nothing is written then.
 */
export async function postComment(
  viewer: Viewer | null,
  input: CommentInput,
  now: Date,
): Promise<Outcome<Posted, PostRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  const text = readCommentText(input.body)
  const posting = inTransaction<Outcome<Posted, PostRefusal>>(async (tx) => {
    const author = await lockAuthor(tx, viewer.id, now)
    if (!author || author.banned) return refused({ error: 'banned' })
    const article = await tx.article.findUnique({
      where: { id: input.articleId },
      select: { state: true, conversation: true },
    })
    if (article?.state !== 'published') return refused({ error: 'no-article' })
    if (!text.ok) return refused({ error: text.error })
    const parent = await findParent(tx, input)
    if (parent === undefined) return refused({ error: 'no-parent' })
    const place = placeUnder(parent)
    const comment = { ...place, articleId: input.articleId, authorId: viewer.id, key: input.key }
    const { earlier, key } = await findDouble(tx, comment, text.value.fingerprint, now)
    if (earlier) return done(earlier)
    if (article.conversation === 'closed') return refused({ error: 'closed' })
    if (parent && parent.publicRevisionId === null) return refused({ error: 'no-parent' })
    const staff = isStaff(author.role)
    if (!staff) {
      const limited = await takeAllowance(
        tx,
        `post ${viewer.id}`,
        author.approvedCount < approvalsNeeded ? paceOfNewcomers : paceOfReaders,
        now,
      )
      if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
    }
    const checked = runChecks({
      normalised: text.value.normalised,
      author: { isStaff: staff, approvedCount: author.approvedCount },
    })
    const state = checked.verdict === 'publish' ? 'published' : 'held'
    const id = await insertComment(
      tx,
      { ...comment, key, byStaff: staff, byNewcomer: !staff && author.approvedCount < approvalsNeeded },
      { text: text.value, findings: checked.findings, state, rule: checked.rule },
      now,
    )
    await moveCounters(
      tx,
      { ...comment, id },
      nowhere,
      { state, isPublic: state === 'published', approved: false },
      1,
    )
    return done({ id, articleId: input.articleId, state })
  })
  return posting.catch((error: unknown) => {
    if (error instanceof ClosedMeanwhile) return refused({ error: 'closed' })
    throw error
  })
}

/**
 * The same press made before, if there was one. `key` comes back empty where another comment of the author's has it:
 * a form that was sent, changed and sent again.
 */
async function findDouble(
  tx: Transaction,
  comment: Place & { articleId: number; authorId: number; key: string | null },
  fingerprint: string,
  now: Date,
): Promise<{ earlier: Posted | null; key: string | null }> {
  const { articleId, authorId, parentId, key } = comment
  const since = new Date(now.getTime() - doublePressMinutes * 60_000)
  const [found] = await tx.$queryRaw<{ id: number; state: CommentState; same: boolean }[]>`
    select c.id, c.state::text as state, true as same
    from "Revision" r join "Comment" c on c.id = r."commentId"
    where r.fingerprint = ${fingerprint} and c."authorId" = ${authorId} and c."articleId" = ${articleId}
      and c."parentId" is not distinct from ${parentId}::int
      and (c."createdAt" > ${since}::timestamptz or c."idempotencyKey" = ${key})
    union all
    select id, state::text, false from "Comment" where "authorId" = ${authorId} and "idempotencyKey" = ${key}
    order by same desc, id desc limit 1`
  if (found?.same) return { earlier: { id: found.id, articleId, state: found.state }, key }
  return { earlier: null, key: found ? null : key }
}

/** The comment that is answered; null for none, undefined when there is no such comment under this article. */
async function findParent(tx: Transaction, { parentId, articleId }: CommentInput) {
  if (parentId === null) return null
  const parent = await tx.comment.findFirst({
    where: { id: parentId, articleId },
    select: {
      id: true,
      parentId: true,
      rootId: true,
      depth: true,
      ancestorIds: true,
      publicRevisionId: true,
    },
  })
  return parent ?? undefined
}
