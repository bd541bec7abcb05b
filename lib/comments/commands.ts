import type { Passage } from '@/lib/articles/passage'
import { type FoundPassage, findPassage } from '@/lib/articles/queries-passage'
import { modeFor, modeOfPerson } from '@/lib/articles/talk-mode'
import { db, inTransaction, unlessInARing } from '@/lib/db'
import { createInTurn } from '@/lib/in-turn'
import type { Finding } from '@/lib/moderation/checks/check'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { reasonsInText, runChecks, withHouse } from '@/lib/moderation/checks/run'
import { done, neverHappens, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, allowanceInForce } from '@/lib/pace'
import { isUnderReview, mayNotWrite, slowestOf } from '@/lib/readers/sanction'
import { isStaff } from '@/lib/readers/viewer'
import { hearOf, hearOfWrites } from '@/lib/topics'
import type { CommentState } from '@/prisma/generated/enums'
import { settleFailures } from './commands-check-failure'
import { placeUnder } from './depth'
import { type Judged, type PostOutcome, post } from './post'
import { findHandles } from './queries-handles'
import { askHouse } from './queries-house-check'
import { preparedLists } from './queries-house-lists'
import { findPostFacts, type Writer } from './queries-post-facts'
import { tellMentioned } from './tell-mentioned'
import { readCommentText, type TextProblem } from './text'
import { submissionOf, type Wording, wordingOf } from './wording'

// A person writes a few at once in a lively thread; a newcomer's first day is slower (Discourse's figures, eased).
const paceOfNewcomers: Allowance = { burst: 5, everySeconds: 30 }
const paceOfReaders: Allowance = { burst: 10, everySeconds: 5 }
// A whole office may share an address, and a raid does.
const paceOfAddresses: Allowance = { burst: 60, everySeconds: 2 }

// All of them need the row of the same front page: a third would only wait for it, inside PostgreSQL and dearer.
const inTurn = createInTurn(2, { slowMs: 200, patienceMs: 5_000 })

export type CommentInput = {
  articleId: number
  parentId: number | null
  body: string
  key: string | null
  /** The passage of the article it is about. */
  about?: Passage | null
  /** Whether whoever asks would rather change the text than have it held for what is in it. */
  nudge?: boolean
  /** The address it comes from, for its pace. */
  from?: string | null
}
export type Posted = { id: number; articleId: number; state: CommentState }
export type PostRefusal =
  | { error: 'signed-out' | 'banned' | 'no-article' | 'closed' | 'no-parent' | 'no-passage' | TextProblem }
  | { error: 'too-soon' | 'slowed' | 'slow-mode'; retryAt: Date }
  | { error: 'nudge'; findings: Finding[] }

/**
 * Posts a comment: published at once, or held for the desk, as the checks say. Doing it twice (the same words in the
 * same place, within ten minutes or under the same key) gives the comment of the first time. Refuses signed-out and
 * banned or suspended readers, articles that are missing or closed, a parent that is not public there, a passage that is not in the
 * article, bad text, haste, and the haste of whom a sanction or a conversation's slow mode slows down, and, with `nudge`, what would be held for its text; nothing is written then.
 */
export async function postComment(
  writer: Writer | null,
  input: CommentInput,
  now: Date,
): Promise<Outcome<Posted, PostRefusal>> {
  if (!writer) return refused({ error: 'signed-out' })
  const ready = await prepare(input)
  const judge = (turn: typeof inTurn) => judgeAndPost(writer, input, ready, now, turn)
  const written = await judge(inTurn)
  // The author was banned or approved, or the parent taken away, in the millisecond between: once more, without a wait.
  return written === 'changed' ? inTurn(() => insist(() => judge((work) => work()), input)) : written
}

async function insist<T>(judge: () => Promise<T | 'changed'>, { articleId }: CommentInput): Promise<T> {
  for (let tries = 0; tries < 10; tries += 1) {
    const written = await judge()
    if (written !== 'changed') return written
  }
  throw new Error(`what a comment on ${articleId} is judged by changes all the time`)
}

/** `house` is what the newsroom's own check said: asked once, however often the rest is judged. */
type Ready = { wording: Wording; about: FoundPassage | null; house?: Finding | null }

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
  writer: Writer,
  input: CommentInput,
  ready: Outcome<Ready, { error: TextProblem }>,
  now: Date,
  turn: typeof inTurn,
): Promise<Outcome<Posted, PostRefusal> | 'changed'> {
  const { articleId } = input
  const facts = await findPostFacts(writer, input, ready.ok ? ready.value.wording : null, now)
  if (!facts) return refused({ error: 'id' in writer ? 'banned' : 'signed-out' })
  const { sanctions } = facts.author
  if (mayNotWrite(sanctions)) return refused({ error: 'banned' })
  if (facts.article?.state !== 'published') return refused({ error: 'no-article' })
  if (!ready.ok) return ready
  const { wording, about } = ready.value
  if (input.parentId !== null && !facts.parent) return refused({ error: 'no-parent' })
  if (facts.double) return again(facts.double, articleId)
  const { place, slowSeconds } = facts.article
  const { id: authorId, role, approvedCount, isGuest, isTrusted } = facts.author
  const underReview = isUnderReview(sanctions)
  const { mode } = modeFor({ ...place, person: modeOfPerson({ underReview, isTrusted }) }, now)
  if (mode === 'closed') return refused({ error: 'closed' })
  if (facts.parent && !facts.parent.isPublic) return refused({ error: 'no-parent' })
  if (input.about && !about) return refused({ error: 'no-passage' })
  const [byStaff, isNew] = [isStaff(role), !isGuest && approvedCount < approvalsNeeded]
  const record = { isStaff: byStaff, isGuest, underReview, approvedCount }
  const seen = runChecks(
    submissionOf(wording, record, facts.similar, mode),
    await preparedLists(facts.listId),
  )
  const reasons = reasonsInText(seen.findings)
  if (input.nudge && seen.verdict === 'hold' && reasons.length > 0)
    return refused({ error: 'nudge', findings: reasons })
  ready.value.house ??= await askHouse(
    {
      ...{ kind: 'comment', commentId: null, articleId, parentId: input.parentId, text: wording.source },
      authorId,
    },
    now,
  )
  const checked = await settleFailures(withHouse(seen, ready.value.house, record), record, now)
  const judged: Judged = {
    ...placeUnder(facts.parent),
    ...{ articleId, authorId, role, approvedCount, answers: input.parentId, key: input.key },
    ...{ byStaff, byNewcomer: !byStaff && isNew, doubleSince: facts.doubleSince, wording, about, now },
    ...{ findings: checked.findings, rule: checked.rule },
    state: checked.verdict === 'publish' ? 'published' : 'held',
    sanctions: sanctions.map(({ id }) => id),
    slow: slowestOf(sanctions),
    modes: {
      ...{ site: facts.settingId, section: place.section.mode, article: place.article.mode },
      ...{ trusted: isTrusted, slowSeconds, slow: slowSeconds !== null && !byStaff && !isGuest },
    },
    pace: byStaff ? null : allowanceInForce(isNew ? paceOfNewcomers : paceOfReaders),
    addressPace: byStaff ? null : paceAt(input.from ?? null),
  }
  const { outcome, id, state, retryAt, news } = await turn(() => write(judged))
  switch (outcome) {
    case 'posted':
      if (news) hearOf(news)
      return done({ id, articleId, state })
    case 'double':
      return again({ id, state }, articleId)
    case 'too-soon':
    case 'slowed':
    case 'slow-mode':
      return refused({ error: outcome, retryAt })
    case 'closed':
      return refused({ error: 'closed' })
    case 'changed':
      return 'changed'
    default:
      return neverHappens(outcome)
  }
}

function paceAt(from: string | null): Judged['addressPace'] {
  const pace = from === null ? null : allowanceInForce(paceOfAddresses)
  return pace && from !== null ? { ...pace, from } : null
}

/** The first press may have been another process's. */
async function again(first: Omit<Posted, 'articleId'>, articleId: number): Promise<Outcome<Posted, never>> {
  await hearOfWrites()
  return done({ ...first, articleId })
}

/** Whom public words name is told in the same transaction; most name nobody, and need none around the one statement. */
async function write(judged: Judged): Promise<PostOutcome> {
  const names = judged.state === 'published' && judged.wording.mentioned.length > 0
  if (!names) return unlessInARing(() => post(db(), judged))
  return inTransaction(async (tx) => {
    const posted = await post(tx, judged)
    if (posted.outcome === 'posted') await tellMentioned(tx, [posted.id], judged.now)
    return posted
  })
}
