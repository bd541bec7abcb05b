import { type LockedArticle, lockArticle } from '@/lib/articles/commands-version'
import { db, inTransaction, type Transaction } from '@/lib/db'
import { recordByRule } from '@/lib/moderation/staff-action'
import type { ScheduledUpdate } from '@/prisma/generated/client'
import { carryIntoDraft } from './commands-carry'
import { stopUpdate } from './commands-recall'
import { announceVersion, makeVersion } from './commands-version'
import { readContent } from './draft-content'
import { currentContent } from './queries-current'
import { findBase } from './queries-working-copy'
import { stateAfter } from './transitions'

/**
 * Makes the updates whose time has come their articles' next versions, each in a transaction of its own: every process may
 * try at the same time, and each goes live once. What was published past one since is put into it; one that says something
 * else in the very place, or stands where nothing is any more, waits for a person. The ids of the articles.
 */
export async function goLiveUpdates(now: Date, most = 50): Promise<number[]> {
  const due = await db().scheduledUpdate.findMany({
    where: {
      problem: null,
      goesLiveAt: { lte: now },
      article: { state: 'published', legalHoldAt: null, legalFlag: false },
    },
    orderBy: [{ goesLiveAt: 'asc' }, { articleId: 'asc' }],
    take: most,
    select: { articleId: true },
  })
  const live: number[] = []
  for (const { articleId } of due)
    if (await inTransaction((tx) => publishDueUpdate(tx, articleId, now))) live.push(articleId)
  return live
}

/** Whether this call published it: another process may have, or somebody changed it or called it back since it was found. */
async function publishDueUpdate(tx: Transaction, articleId: number, now: Date): Promise<boolean> {
  const article = await lockArticle(tx, articleId)
  if (!article || !stateAfter({ ...article, hasUpdate: true }, 'go-live-later').ok) return false
  const update = await findDue(tx, article, now)
  if (!update) return false
  const { kind, note, reason, significant, scheduledById: createdById } = update
  const change = {
    ...{ note, reason, createdById },
    ...(kind === null ? {} : { kind }),
    ...(significant === null ? {} : { significant }),
  }
  const content = readContent(update.content)
  const made = await makeVersion(tx, article, content, change, now)
  if (!made.ok) {
    await stopUpdate(tx, articleId, made.error, now)
    return false
  }
  const { number: version } = made.value
  await tx.scheduledUpdate.delete({ where: { articleId }, select: { articleId: true } })
  // What was written on since stays a draft: of what readers have now.
  await tx.articleDraft.updateMany({ where: { articleId }, data: { baseVersion: version } })
  await recordByRule(tx, { kind: 'update-live-by-rule', articleId, detail: { version } }, now)
  await announceVersion(tx, article, content)
  return true
}

/** What is due, with what was published past it since; null where nothing is, or both say something else in the very place. */
async function findDue(
  tx: Transaction,
  { id: articleId }: LockedArticle,
  now: Date,
): Promise<ScheduledUpdate | null> {
  const where = { articleId, problem: null, goesLiveAt: { lte: now }, article: { legalFlag: false } }
  const update = await tx.scheduledUpdate.findFirst({ where })
  const current = await currentContent(tx, articleId)
  if (!update || !current || current.number === update.baseVersion) return update
  const before = await findBase(tx, articleId, { version: update.baseVersion })
  const by = { articleId, savedById: update.scheduledById, savedAt: now }
  const { content: after, number } = current
  if (before) await carryIntoDraft(tx, { before, after, number }, by)
  return tx.scheduledUpdate.findFirst({ where })
}
