import { db, inTransaction, type Transaction } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import { otherRankOf, type Recommended } from './other-view'
import { type NewRank, storeRanks } from './ranking'

// What one comment may cost: its newest recommendations, and of each reader the newest they gave.
const mostReaders = 30
const mostOfReader = 100

/**
 * Works out where comments stand in the other view whose votes changed, at most `most` of them, those that wait
 * longest first, each in a transaction of its own. How many were looked at. May run in several processes at once.
 */
export async function rankOtherView(most: number, now: Date): Promise<number> {
  const due = await db().otherViewDue.findMany({
    select: { commentId: true },
    orderBy: { since: 'asc' },
    take: most,
  })
  for (const { commentId } of due) await inTransaction((tx) => rankOne(tx, commentId, now))
  return due.length
}

async function rankOne(tx: Transaction, id: number, now: Date): Promise<void> {
  // The row first, as whoever votes does. Votes that come meanwhile wait, and make it due again.
  const [comment] = await tx.$queryRaw<Omit<NewRank, 'next'>[]>`
    select id, "articleId", "parentId" is null as "isRoot", "otherRank" as rank, "otherRankedAt" as "rankedAt"
    from "Comment" where id = ${id} for no key update`
  const { count } = await tx.otherViewDue.deleteMany({ where: { commentId: id } })
  if (!comment || count === 0) return
  const next = otherRankOf(await recordsOf(tx, id))
  if (next === comment.rank) return
  await storeRanks(tx, 'other', [{ ...comment, next }], now)
  await bumpTopics(tx, [topics.talk(comment.articleId)])
}

/** What those who recommend a comment have recommended besides. */
async function recordsOf(tx: Transaction, commentId: number): Promise<Recommended[]> {
  const rows = await tx.$queryRaw<{ readerId: number; commentId: number; articleId: number }[]>`
    select v."readerId", besides."commentId", c."articleId"
    from (select "readerId" from "Vote" where "commentId" = ${commentId}
          order by "createdAt" desc, "readerId" limit ${mostReaders}) as v
    cross join lateral (
      select "commentId" from "Vote" where "readerId" = v."readerId" and "commentId" <> ${commentId}
      order by "commentId" desc limit ${mostOfReader}) as besides
    join "Comment" c on c.id = besides."commentId"`
  const records = new Map<number, Map<number, number>>()
  for (const row of rows) {
    const record = records.get(row.readerId) ?? new Map<number, number>()
    records.set(row.readerId, record.set(row.commentId, row.articleId))
  }
  return [...records.values()]
}
