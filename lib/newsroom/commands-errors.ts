import { readBody } from '@/lib/articles/body'
import { locate, longestQuote, paragraphsOf, passageIn, searchable } from '@/lib/articles/passage'
import { isPublic } from '@/lib/articles/public'
import { inTransaction, type Transaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction } from '@/lib/moderation/staff-action'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Allowance, takeAllowance } from '@/lib/pace'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { readText, type TypedProblem } from './typed'

export const longestErrorWords = 1_000

// A whole office may share an address; whoever reads a paper with care finds a few errors in it.
const pace: Allowance = { burst: 5, everySeconds: 600 }
// Past this an article has been reported enough: somebody is to read what there is.
const mostOpen = 100

export type ErrorReportInput = {
  articleId: number
  /** The sentence, as it stands in the article. */
  quote: string
  /** What is wrong with it. */
  words: string
  /** What counts as one address (lib/address-block.ts). */
  address: string
}
export type ErrorReportRefusal =
  | { error: 'no-article' | 'no-passage' | 'banned' | 'too-many' | TypedProblem }
  | { error: 'too-soon'; retryAt: Date }

/**
 * Takes what a reader says is wrong in a sentence, with or without an account. The sentence has to stand in the
 * article; the same report twice is one.
 */
export async function reportError(
  viewer: Viewer | null,
  input: ErrorReportInput,
  now: Date,
): Promise<Outcome<{ id: number }, ErrorReportRefusal>> {
  const { articleId, address } = input
  const [asked, words] = [readText(input.quote, longestQuote), readText(input.words, longestErrorWords)]
  if (!asked.ok) return asked
  if (!words.ok) return words
  if (viewer?.banned) return refused({ error: 'banned' })
  return inTransaction(async (tx) => {
    const found = await findIn(tx, articleId, asked.value)
    if (!found) return refused({ error: 'no-article' })
    if (!found.passage) return refused({ error: 'no-passage' })
    // One after the other, so that the cap is one and a double press is seen.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('error reports'), ${articleId}::int)`
    const { quote } = found.passage
    const same = { articleId, quote, words: words.value, readerId: viewer?.id ?? null }
    const before = await tx.errorReport.findFirst({ where: { ...same, state: 'open' }, select: { id: true } })
    if (before) return done(before)
    if ((await tx.errorReport.count({ where: { articleId, state: 'open' } })) >= mostOpen)
      return refused({ error: 'too-many' })
    const key = viewer ? `error reader ${viewer.id}` : `error ${address}`
    const wait = await takeAllowance(tx, key, pace, now)
    if (wait) return refused({ error: 'too-soon', ...wait })
    const { id } = await tx.errorReport.create({
      data: { ...same, ...found.passage, versionId: found.versionId, createdAt: now },
      select: { id: true },
    })
    await leaveInOutbox(tx, { kind: 'error-reported', payload: { errorId: id, articleId } })
    return done({ id })
  })
}

/** The sentence as it stands in the article, with what is around it. */
async function findIn(tx: Transaction, id: number, quote: string) {
  const article = await tx.article.findUnique({
    where: { id, ...isPublic },
    select: { currentVersion: { select: { id: true, body: true } } },
  })
  const version = article?.currentVersion
  if (!version) return null
  const paragraphs = paragraphsOf(readBody(version.body))
  const bare = { quote, prefix: '', suffix: '' }
  const place = locate(searchable(paragraphs), bare, true)
  const passage = place === null ? null : (passageIn(paragraphs[place] ?? '', quote) ?? bare)
  return { versionId: version.id, passage }
}

export type SettleRefusal = PermissionRefusal | { error: 'no-report' | 'settled-before' }

/** Puts a report aside that is none: whoever made it is not told. */
export async function dismissError(
  viewer: Moderator,
  id: number,
  now: Date,
): Promise<Outcome<{ id: number }, SettleRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, viewer, 'settle-errors', null, now)
    if (no) return no
    const report = await tx.errorReport.findUnique({ where: { id }, select: { articleId: true } })
    if (!report) return refused({ error: 'no-report' })
    const { count } = await tx.errorReport.updateMany({
      where: { id, state: 'open' },
      data: { state: 'dismissed', settledById: viewer.id, settledAt: now },
    })
    if (count === 0) return refused({ error: 'settled-before' })
    const detail = { error: id }
    const { articleId } = report
    await recordAction(tx, { kind: 'error-dismissed', actorId: viewer.id, articleId, detail }, now)
    return done({ id })
  })
}

/** Marks what a new version puts right, and leaves thanks for those of its reporters who have an account. */
export async function settleAsCorrected(
  tx: Transaction,
  viewer: Moderator,
  fixed: { articleId: number; versionId: number; errorIds: number[] },
  now: Date,
): Promise<void> {
  const { articleId, versionId: fixedInId, errorIds } = fixed
  const open = await tx.errorReport.findMany({
    where: { id: { in: errorIds }, articleId, state: 'open' },
    select: { id: true, readerId: true },
  })
  await tx.errorReport.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { state: 'corrected', fixedInId, settledById: viewer.id, settledAt: now },
  })
  for (const { id: errorId, readerId } of open)
    if (readerId !== null)
      await leaveInOutbox(tx, { kind: 'error-corrected', payload: { errorId, articleId, readerId } })
}
