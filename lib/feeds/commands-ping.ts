import { inTransaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'

/** As many as search engines take at once. */
const mostAtOnce = 1000

/**
 * Takes what has changed since the last time and leaves one note of it for the hub and one for search engines, where there
 * are such. Of several processes at once each takes others. Answers how many articles it took.
 */
export async function leavePings(told: { hub: boolean; search: boolean }, now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const taken = await tx.$queryRaw<{ articleId: number }[]>`
      delete from "ChangedArticle" where "articleId" in (
        select "articleId" from "ChangedArticle" order by "articleId" limit ${mostAtOnce} for update skip locked)
      returning "articleId"`
    const articleIds = taken.map(({ articleId }) => articleId)
    if (articleIds.length === 0) return 0
    if (told.hub) await leaveInOutbox(tx, { kind: 'hub-ping', payload: { articleIds } }, now)
    if (told.search) await leaveInOutbox(tx, { kind: 'search-ping', payload: { articleIds } }, now)
    return articleIds.length
  })
}
