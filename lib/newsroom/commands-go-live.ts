import { lockArticle } from '@/lib/articles/commands-version'
import { db, inTransaction } from '@/lib/db'
import { recordByRule } from '@/lib/moderation/staff-action'
import { announceMoved } from './commands-state'
import { stateAfter } from './transitions'

/**
 * Publishes what was scheduled or under embargo and whose time has come, each in a transaction of its own: every process may
 * try at the same time, and each article goes live once. It is dated with the time it was to go live. What is held, or waits
 * for somebody who knows the law, goes on waiting. Their ids.
 */
export async function goLive(now: Date, most = 50): Promise<number[]> {
  const due = await db().article.findMany({
    where: {
      state: { in: ['scheduled', 'embargoed'] },
      goesLiveAt: { lte: now },
      ...{ legalHoldAt: null, legalFlag: false },
    },
    orderBy: [{ goesLiveAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: { id: true },
  })
  const live: number[] = []
  for (const { id } of due) if (await publishDue(id, now)) live.push(id)
  return live
}

/** Whether this call published it: another process may have, or somebody called it back since it was found. */
function publishDue(id: number, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    if (!article || !stateAfter({ ...article, hasUpdate: false }, 'go-live').ok) return false
    const { goesLiveAt, legalFlag } = await tx.article.findUniqueOrThrow({
      where: { id },
      select: { goesLiveAt: true, legalFlag: true },
    })
    if (!goesLiveAt || goesLiveAt > now || legalFlag) return false
    await tx.article.update({
      where: { id },
      data: {
        ...{ state: 'published', goesLiveAt: null, changedAt: now },
        publishedAt: article.publishedAt ?? goesLiveAt,
      },
      select: { id: true },
    })
    await recordByRule(
      tx,
      { kind: 'article-live-by-rule', articleId: id, detail: { was: article.state } },
      now,
    )
    await announceMoved(tx, article)
    return true
  })
}
