import type { Passage } from '@/lib/articles/passage'
import { type FoundPassage, findPassage } from '@/lib/articles/queries-passage'
import { inTransaction, type Transaction } from '@/lib/db'
import type { Finding } from '@/lib/moderation/checks/check'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { reasonsInText, runChecks } from '@/lib/moderation/checks/run'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import { isStaff, type Viewer } from '@/lib/readers/viewer'
import type { CommentState } from '@/prisma/generated/enums'
import { lockAuthor } from './author'
import { ClosedMeanwhile, moveCounters, nowhere } from './counters'
import { placeUnder } from './depth'
import { findEarlier } from './earlier'
import { insertComment } from './insert'
import { findHandles } from './queries-handles'
import { tellMentioned } from './tell-mentioned'
import { readCommentText, type TextProblem } from './text'
import { submissionOf, type Wording, wordingOf } from './wording'

// A person writes a few at once in a lively thread; a newcomer's first day is slower (Discourse's figures, eased).
const paceOfNewcomers: Allowance = { burst: 5, everySeconds: 30 }
const paceOfReaders: Allowance = { burst: 10, everySeconds: 5 }

export type CommentInput = {
  articleId: number
  parentId: number | null
  body: string
  key: string | null
  /** The passage of the article it is about. */
  about?: Passage | null
  /** Whether whoever asks would rather change the text than have it held for what is in it. */
  nudge?: boolean
}
export type Posted = { id: number; articleId: number; state: CommentState }
export type PostRefusal =
  | { error: 'signed-out' | 'banned' | 'no-article' | 'closed' | 'no-parent' | 'no-passage' | TextProblem }
  | { error: 'too-soon'; retryAt: Date }
  | { error: 'nudge'; findings: Finding[] }

/**
 * Posts a comment: published at once, or held for the desk, as the checks say. Doing it twice (the same words in the
 * same place, within ten minutes or under the same key) gives the comment of the first time. Refuses signed-out and
 * banned readers, articles that are missing or closed, a parent that is not public there, a passage that is not in the
 * article, bad text and haste, and, with `nudge`, what would be held for its text; nothing is written then.
 */
export async function postComment(
  viewer: Viewer | null,
  input: CommentInput,
  now: Date,
): Promise<Outcome<Posted, PostRefusal>> {
  if (!viewer) return refused({ error: 'signed-out' })
  const ready = await prepare(input)
  const posting = inTransaction((tx) => writeComment(tx, viewer, input, ready, now))
  return posting.catch((error: unknown) => {
    if (error instanceof ClosedMeanwhile) return refused({ error: 'closed' })
    throw error
  })
}

type Ready = { wording: Wording; about: FoundPassage | null }

/** What needs no lock, before the author's row is held. */
async function prepare(input: CommentInput): Promise<Outcome<Ready, { error: TextProblem }>> {
  const text = readCommentText(input.body)
  if (!text.ok) return text
  const [known, about] = await Promise.all([
    findHandles(text.value.source),
    input.about ? findPassage(input.articleId, input.about) : null,
  ])
  return done({ wording: wordingOf(text.value, known), about })
}

async function writeComment(
  tx: Transaction,
  viewer: Viewer,
  input: CommentInput,
  ready: Outcome<Ready, { error: TextProblem }>,
  now: Date,
): Promise<Outcome<Posted, PostRefusal>> {
  const { articleId, key } = input
  const author = await lockAuthor(tx, viewer.id, now)
  if (!author || author.banned) return refused({ error: 'banned' })
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { state: true, conversation: true },
  })
  if (article?.state !== 'published') return refused({ error: 'no-article' })
  if (!ready.ok) return ready
  const { wording, about } = ready.value
  const parent = await findParent(tx, input)
  if (parent === undefined) return refused({ error: 'no-parent' })
  const comment = { ...placeUnder(parent), articleId, authorId: viewer.id, key }
  const earlier = await findEarlier(tx, comment, wording, now)
  if (earlier.double) return done({ ...earlier.double, articleId })
  if (article.conversation === 'closed') return refused({ error: 'closed' })
  if (parent && parent.publicRevisionId === null) return refused({ error: 'no-parent' })
  if (input.about && !about) return refused({ error: 'no-passage' })
  const isNew = author.approvedCount < approvalsNeeded
  const staff = isStaff(author.role)
  const record = { isStaff: staff, approvedCount: author.approvedCount }
  const checked = runChecks(submissionOf(wording, record, earlier.similar))
  const reasons = reasonsInText(checked.findings)
  if (input.nudge && checked.verdict === 'hold' && reasons.length > 0)
    return refused({ error: 'nudge', findings: reasons })
  if (!staff) {
    const pace = isNew ? paceOfNewcomers : paceOfReaders
    const limited = await takeAllowance(tx, `post ${viewer.id}`, pace, now)
    if (limited) return refused({ error: 'too-soon', retryAt: limited.retryAt })
  }
  const state = checked.verdict === 'publish' ? 'published' : 'held'
  const id = await insertComment(
    tx,
    { ...comment, key: earlier.keyTaken ? null : key, byStaff: staff, byNewcomer: !staff && isNew },
    { wording, about, findings: checked.findings, state, rule: checked.rule },
    now,
  )
  const isPublic = state === 'published'
  if (isPublic && wording.mentioned.length > 0) await tellMentioned(tx, id, now)
  await moveCounters(tx, { ...comment, id }, nowhere, { state, isPublic, approved: false }, 1)
  return done({ id, articleId, state })
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
