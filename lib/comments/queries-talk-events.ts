import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import type { TalkEventKind } from './counters'
import { type TalkMark, writeTalkMark } from './talk-mark'

/** Something that happened in a conversation, with what anyone may know of it. Ids of events grow as they are committed. */
export type TalkEvent = {
  id: bigint
  at: Date
  kind: TalkEventKind
  commentId: number
  parentId: number | null
  rootId: number | null
  recommendCount: number
  /** Public comments under the article by now. */
  commentCount: number
}

/** How long an event is kept for those whose connection broke. */
export const hoursOfEventsKept = 24

/**
 * The newest event of a conversation. A page reads it before the comments, so that nothing falls in between. Where
 * none is kept, it is as of `now`. Null unless the article is published.
 */
export function newestTalkMark(articleId: number, now: Date): Promise<TalkMark | null> {
  return newestMark(Prisma.sql`${articleId}::int`, now)
}

async function newestMark(articleId: Prisma.Sql, now: Date): Promise<TalkMark | null> {
  const [newest] = await db().$queryRaw<{ id: bigint | null; at: Date | null }[]>`
    select e.id, e."createdAt" as at
    from "Article" a
    left join lateral (
      select id, "createdAt" from "TalkEvent" where "articleId" = a.id order by id desc limit 1) e on true
    where a.id = ${articleId} and a.state = 'published'`
  return newest ? { id: newest.id ?? 0n, at: newest.at ?? now } : null
}

/** The newest mark as a page carries it. */
export async function markOfPage(articleId: number, now: Date): Promise<string | undefined> {
  const mark = await newestTalkMark(articleId, now)
  return mark ? writeTalkMark(mark) : undefined
}

/** The same for the page of a branch, of which only its first comment is known. */
export async function markOfBranch(rootId: number, now: Date): Promise<string | undefined> {
  const mark = await newestMark(Prisma.sql`(select "articleId" from "Comment" where id = ${rootId})`, now)
  return mark ? writeTalkMark(mark) : undefined
}

/** The events of a conversation after one, oldest first, at most `take`. */
export async function listTalkEvents(articleId: number, after: bigint, take: number): Promise<TalkEvent[]> {
  return db().$queryRaw<TalkEvent[]>`
    select e.id, e."createdAt" as at, e.kind, e."commentId", e."parentId", e."rootId", c."recommendCount", a."publicCommentCount" as "commentCount"
    from "TalkEvent" e join "Comment" c on c.id = e."commentId" join "Article" a on a.id = e."articleId"
    where e."articleId" = ${articleId} and e.id > ${after} and a.state = 'published'
    order by e.id limit ${take}`
}
