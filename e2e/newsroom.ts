import { randomUUID } from 'node:crypto'
import { fromParagraphs } from '@/lib/articles/body'
import { publishArticle, reviseArticle } from '@/lib/articles/commands'
import { articlePath, slugOf } from '@/lib/articles/slug'
import { type CommentInput, postComment } from '@/lib/comments/commands'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { makeAppeal } from '@/lib/moderation/commands-appeal'
import { reportComment } from '@/lib/moderation/commands-report'

import type { Reason } from '@/lib/moderation/reasons'
import { createAccount } from '@/lib/readers/commands'
import { isModerator, type Moderator, type Viewer } from '@/lib/readers/viewer'
import type { Role, VersionKind } from '@/prisma/generated/enums'

export const section = 'sport'
export const goodPassword = 'nine ferries at noon'

/** Years ago, so that what a journey publishes does not push the demonstration off its pages. */
const longAgo = new Date('2019-05-14T08:30:00Z')

export type GivenArticle = { id: number; path: string; headline: string }

/** An article of its own for one journey, with an open conversation. */
export async function givenArticle(
  given: { headline?: string; publishedAt?: Date; tags?: string[] } = {},
): Promise<GivenArticle> {
  const { headline = `The ${oneOfAKind()} bridge is built`, publishedAt = longAgo, tags = [] } = given
  const article = {
    headline,
    standfirst: 'It took four winters and one summer.',
    dateline: null,
    body: fromParagraphs(['The last stone was set this morning.', 'Nobody fell.']),
    picture: null,
    section,
    bylines: [],
    prominence: 0,
    publishedAt,
    source: 'desk',
    sourceHash: null,
  } as const
  const published = await publishArticle({ ...article, bylines: [], tags }, new Date())
  if (!published.ok) throw new Error(published.error)
  const { id } = published.value
  return { id, headline, path: articlePath({ id, slug: slugOf(headline) }) }
}

/** A further version of an article, with a note to readers. */
export async function givenVersion(
  { id, headline }: GivenArticle,
  given: { kind?: VersionKind; paragraphs?: string[]; note?: string } = {},
): Promise<void> {
  const { kind = 'update', note = `Note ${oneOfAKind()}` } = given
  const paragraphs = given.paragraphs ?? ['The last stone was set at noon.', 'Nobody fell.', oneOfAKind()]
  const standfirst = 'It took four winters and one summer.'
  const version = { headline, standfirst, body: fromParagraphs(paragraphs) }
  const revised = await reviseArticle(
    id,
    { ...version, dateline: null, tags: [], picture: null },
    { reason: 'a journey', kind, note },
    new Date(),
  )
  if (!revised.ok) throw new Error(revised.error)
}

export type GivenReader = Viewer & { email: string }

/** Somebody with an account. Names are one of a kind, so that a journey finds its own people in a shared queue. */
export async function givenReader(
  role: Role = 'reader',
  given: { name?: string; password?: string } = {},
): Promise<GivenReader> {
  const { name = `Ana ${oneOfAKind()}`, password = null } = given
  const email = `${randomUUID()}@readers.example`
  const created = await createAccount({ name, email, password }, role, new Date())
  if (!created.ok) throw new Error(created.error)
  return { id: created.value.id, name, email, role, banned: false, approvedCount: 0, sessionId: randomUUID() }
}

/** Somebody two of whose comments were approved: from then on theirs appear at once. */
export async function givenApprovedReader(): Promise<GivenReader> {
  const reader = await givenReader()
  const article = await givenArticle()
  for (let approved = 0; approved < 2; approved += 1) await givenPublished(reader, article)
  return { ...reader, approvedCount: 2 }
}

/** A comment that was taken: held for a newcomer, published for the newsroom. */
export async function givenComment(
  author: Viewer,
  article: { id: number },
  given: Partial<CommentInput> = {},
): Promise<{ id: number; body: string }> {
  const body = given.body ?? `A thought: ${randomUUID()}`
  const input = { articleId: article.id, parentId: null, key: null, ...given, body }
  const posted = await postComment(author, input, new Date())
  if (!posted.ok) throw new Error(posted.error)
  return { id: posted.value.id, body }
}

export async function givenModerator(): Promise<Moderator> {
  const viewer: Viewer = await givenReader('moderator')
  if (!isModerator(viewer)) throw new Error('not a moderator')
  return viewer
}

/** A report by a reader whom people have approved, about what is public now. */
export async function givenReport(commentId: number, reason: Reason, note: string | null): Promise<void> {
  const reported = await reportComment(
    await givenApprovedReader(),
    { commentId, reason, note, revisionId: null },
    new Date(),
  )
  if (!reported.ok) throw new Error(reported.error)
}

/** What the desk decides about a comment as it stands now. */
export async function givenDecision(commentId: number, reason?: Reason): Promise<void> {
  const { currentRevisionId: revisionId, decisions } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      currentRevisionId: true,
      decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const read = { commentId, revisionId, seen: decisions[0]?.number ?? 0, note: null }
  const move = reason
    ? ({ ...read, move: 'reject', reason } as const)
    : ({ ...read, move: 'approve' } as const)
  const decided = await decide(await givenModerator(), move, new Date())
  if (!decided.ok) throw new Error(decided.error)
}

/** An open appeal of somebody against a refusal by somebody who is in no journey. */
export async function givenAppeal(
  author: Viewer,
  given: Partial<CommentInput> & { words?: string } = {},
): Promise<{ id: number; appealId: number }> {
  const { words = 'I ask for it.', ...input } = given
  const { id } = await givenComment(author, await givenArticle(), input)
  await givenDecision(id, 'insult')
  const made = await makeAppeal(author, { commentId: id, body: words }, new Date())
  if (!made.ok) throw new Error(made.error)
  return { id, appealId: made.value.appealId }
}

/** A comment that everyone can read. */
export async function givenPublished(
  author: Viewer,
  article: { id: number },
  given: Partial<CommentInput> = {},
): Promise<{ id: number; body: string }> {
  const comment = await givenComment(author, article, given)
  await givenDecision(comment.id)
  return comment
}

/** A word nobody else has. */
export function oneOfAKind(): string {
  return randomUUID()
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
    .slice(0, 8)
}

/** How many comments, in whatever state, stand under an article. */
export function countComments(articleId: number): Promise<number> {
  return db().comment.count({ where: { articleId } })
}
