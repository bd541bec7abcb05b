import type { Passage } from '@/lib/articles/passage'
import { type FoundPassage, findPassage } from '@/lib/articles/queries-passage'
import { db, inTransaction, unlessInARing } from '@/lib/db'
import type { Finding } from '@/lib/moderation/checks/check'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { reasonsInText, runChecks } from '@/lib/moderation/checks/run'
import { done, neverHappens, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, allowanceInForce } from '@/lib/pace'
import { isStaff, type Viewer } from '@/lib/readers/viewer'
import type { CommentState } from '@/prisma/generated/enums'
import { placeUnder } from './depth'
import { type Judged, type PostOutcome, post } from './post'
import { findHandles } from './queries-handles'
import { findPostFacts } from './queries-post-facts'
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
  for (let tries = 1; ; tries += 1) {
    const written = await judgeAndPost(viewer, input, ready, now)
    if (written !== 'changed') return written
    // The author was banned or approved, or the parent taken away, in the millisecond between.
    if (tries === 5) throw new Error(`what a comment by ${viewer.id} is judged by changes all the time`)
  }
}

type Ready = { wording: Wording; about: FoundPassage | null }

/** What is the same however often it is judged. */
async function prepare(input: CommentInput): Promise<Outcome<Ready, { error: TextProblem }>> {
  const text = readCommentText(input.body)
  if (!text.ok) return text
  const [known, about] = await Promise.all([
    findHandles(text.value.source),
    input.about ? findPassage(input.articleId, input.about) : null,
  ])
  return done({ wording: wordingOf(text.value, known), about })
}

async function judgeAndPost(
  viewer: Viewer,
  input: CommentInput,
  ready: Outcome<Ready, { error: TextProblem }>,
  now: Date,
): Promise<Outcome<Posted, PostRefusal> | 'changed'> {
  const { articleId } = input
  const facts = await findPostFacts(
    { ...input, authorId: viewer.id },
    ready.ok ? ready.value.wording : null,
    now,
  )
  if (!facts || facts.author.banned) return refused({ error: 'banned' })
  if (facts.article?.state !== 'published') return refused({ error: 'no-article' })
  if (!ready.ok) return ready
  const { wording, about } = ready.value
  if (input.parentId !== null && !facts.parent) return refused({ error: 'no-parent' })
  if (facts.double) return done({ ...facts.double, articleId })
  if (facts.article.conversation === 'closed') return refused({ error: 'closed' })
  if (facts.parent && !facts.parent.isPublic) return refused({ error: 'no-parent' })
  if (input.about && !about) return refused({ error: 'no-passage' })
  const { role, approvedCount, isGuest } = facts.author
  const [byStaff, isNew] = [isStaff(role), !isGuest && approvedCount < approvalsNeeded]
  const checked = runChecks(
    submissionOf(wording, { isStaff: byStaff, isGuest, approvedCount }, facts.similar),
  )
  const reasons = reasonsInText(checked.findings)
  if (input.nudge && checked.verdict === 'hold' && reasons.length > 0)
    return refused({ error: 'nudge', findings: reasons })
  const judged: Judged = {
    ...placeUnder(facts.parent),
    ...{ articleId, authorId: viewer.id, role, approvedCount, answers: input.parentId, key: input.key },
    ...{ byStaff, byNewcomer: !byStaff && isNew, doubleSince: facts.doubleSince, wording, about, now },
    ...{ findings: checked.findings, rule: checked.rule },
    state: checked.verdict === 'publish' ? 'published' : 'held',
    pace: byStaff ? null : allowanceInForce(isNew ? paceOfNewcomers : paceOfReaders),
  }
  const { outcome, id, state, retryAt } = await write(judged)
  switch (outcome) {
    case 'posted':
    case 'double':
      return done({ id, articleId, state })
    case 'too-soon':
      return refused({ error: 'too-soon', retryAt })
    case 'closed':
      return refused({ error: 'closed' })
    case 'changed':
      return 'changed'
    default:
      return neverHappens(outcome)
  }
}

/** Whom public words name is told in the same transaction; most name nobody, and need none around the one statement. */
async function write(judged: Judged): Promise<PostOutcome> {
  const names = judged.state === 'published' && judged.wording.mentioned.length > 0
  if (!names) return unlessInARing(() => post(db(), judged))
  return inTransaction(async (tx) => {
    const posted = await post(tx, judged)
    if (posted.outcome === 'posted') await tellMentioned(tx, posted.id, judged.now)
    return posted
  })
}
