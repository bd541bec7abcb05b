import { db } from '@/lib/db'
import type { TalkEventKind } from './counters'

/** Something that happened in a conversation, with what anyone may know of it. Ids of events grow as they are committed. */
export type TalkEvent = {
  id: bigint
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

/** The number of the newest event of a conversation, nought before the first: what a page is as old as. */
export async function newestTalkEvent(articleId: number): Promise<bigint> {
  const newest = await db().talkEvent.findFirst({
    where: { articleId },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return newest?.id ?? 0n
}

/**
 * Where somebody who listens to a conversation may begin: `newest` event, and `oldest`, before which events of any
 * conversation may have been swept. Null unless the article is published.
 */
export async function talkEventBounds(articleId: number): Promise<{ newest: bigint; oldest: bigint } | null> {
  const [bounds] = await db().$queryRaw<{ newest: bigint; oldest: bigint }[]>`
    select coalesce((select max(id) from "TalkEvent" where "articleId" = a.id), 0)::bigint as newest,
           coalesce((select min(id) from "TalkEvent"), (select last_value + 1 from "TalkEvent_id_seq"))::bigint as oldest
    from "Article" a where a.id = ${articleId} and a.state = 'published'`
  return bounds ?? null
}

/** The events of a conversation after one, oldest first, at most `take`. */
export async function listTalkEvents(articleId: number, after: bigint, take: number): Promise<TalkEvent[]> {
  return db().$queryRaw<TalkEvent[]>`
    select e.id, e.kind, e."commentId", e."parentId", e."rootId", c."recommendCount", a."publicCommentCount" as "commentCount"
    from "TalkEvent" e join "Comment" c on c.id = e."commentId" join "Article" a on a.id = e."articleId"
    where e."articleId" = ${articleId} and e.id > ${after} and a.state = 'published'
    order by e.id limit ${take}`
}
