import { randomUUID } from 'node:crypto'
import { fromParagraphs } from '@/lib/articles/body'
import { publishArticle } from '@/lib/articles/commands'
import { type CommentInput, postComment } from '@/lib/comments/commands'
import { db } from '@/lib/db'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { decide } from '@/lib/moderation/commands'
import { createAccount } from '@/lib/readers/commands'
import { isModerator, type Moderator, type Viewer } from '@/lib/readers/viewer'
import type { Role } from '@/prisma/generated/enums'

export const noon = new Date('2026-03-02T12:00:00Z')

export function minutesAfterNoon(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000)
}

/** An article with an open conversation. */
export async function givenArticle(): Promise<{ id: number }> {
  await db().section.upsert({
    where: { slug: 'world' },
    create: { slug: 'world', name: 'World', position: 1 },
    update: {},
    select: { id: true },
  })
  const version = {
    headline: 'A bridge is built',
    standfirst: null,
    dateline: null,
    body: fromParagraphs(['It stands.']),
    tags: [],
    picture: null,
  }
  const published = await publishArticle(
    {
      ...version,
      section: 'world',
      bylines: [],
      prominence: 0,
      publishedAt: noon,
      source: 'desk',
      sourceHash: null,
    },
    noon,
  )
  if (!published.ok) throw new Error(published.error)
  return published.value
}

/** A published story; its section and its authors are made where they are not there yet. */
export async function givenStory({
  headline = 'A bridge is built',
  standfirst = null,
  paragraphs = ['It stands.'],
  section = 'world',
  tags = [],
  bylines = [],
  prominence = 0,
  publishedAt = noon,
}: Partial<{
  headline: string
  standfirst: string | null
  paragraphs: string[]
  section: string
  tags: string[]
  bylines: string[]
  prominence: number
  publishedAt: Date
}> = {}): Promise<{ id: number }> {
  await db().$executeRaw`
    insert into "Section" (slug, name, position)
    select ${section}, ${section}, coalesce(max(position), 0) + 1 from "Section" on conflict do nothing`
  for (const slug of bylines)
    await db().author.upsert({
      where: { slug },
      create: { slug, name: slug },
      update: {},
      select: { id: true },
    })
  const version = {
    headline,
    standfirst,
    dateline: null,
    body: fromParagraphs(paragraphs),
    tags,
    picture: null,
  }
  const published = await publishArticle(
    { ...version, section, bylines, prominence, publishedAt, source: 'desk', sourceHash: null },
    publishedAt,
  )
  if (!published.ok) throw new Error(published.error)
  return published.value
}

/** Somebody with an account, with a number after their name where somebody else has it. */
export async function givenReader(role: Role = 'reader', name = 'Ana Marin'): Promise<Viewer> {
  const account = { name, email: `${randomUUID()}@example.org`, password: null }
  const created = await createAccount(account, role, noon)
  if (!created.ok && created.error === 'name-taken') return givenReader(role, created.proposal)
  if (!created.ok) throw new Error(created.error)
  return { id: created.value.id, name, role, banned: false, approvedCount: 0, sessionId: randomUUID() }
}

export async function givenModerator(
  name = 'Ines Valcourt',
  role: Moderator['role'] = 'moderator',
): Promise<Moderator> {
  const viewer = await givenReader(role, name)
  if (!isModerator(viewer)) throw new Error('not a moderator')
  return viewer
}

/** Posts, and expects it to be taken. */
export async function givenComment(
  author: Viewer,
  input: Partial<CommentInput> & { articleId: number },
  now = noon,
) {
  const posted = await postComment(
    author,
    { parentId: null, body: `A thought: ${randomUUID()}`, key: null, ...input },
    now,
  )
  if (!posted.ok) throw new Error(posted.error)
  return posted.value
}

/** What a moderator's form holds: the revision and the last decision as they are now. */
export async function readByDesk(commentId: number) {
  const comment = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: {
      currentRevisionId: true,
      decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  return {
    commentId,
    revisionId: comment.currentRevisionId,
    seen: comment.decisions[0]?.number ?? 0,
    note: null,
  }
}

export async function givenApproved(
  author: Viewer,
  moderator: Moderator,
  input: Partial<CommentInput> & { articleId: number },
  now = noon,
) {
  const comment = await givenComment(author, input, now)
  if (comment.state === 'published') return comment
  const decided = await decide(moderator, { ...(await readByDesk(comment.id)), move: 'approve' }, now)
  if (!decided.ok) throw new Error(decided.error)
  return comment
}

/** A reader of whom a person approved as many comments as a newcomer needs, before `now`. */
export async function givenKnown(name?: string, now = noon): Promise<Viewer> {
  const [reader, moderator, article] = [
    await givenReader('reader', name),
    await givenModerator(),
    await givenArticle(),
  ]
  for (let approved = 0; approved < approvalsNeeded; approved += 1)
    await givenApproved(reader, moderator, { articleId: article.id }, now)
  return reader
}
