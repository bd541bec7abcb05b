import { newBlockId } from '@/lib/articles/block-id'
import type { Transaction } from '@/lib/db'
import { recordByRule } from '@/lib/moderation/staff-action'
import { addSave, type By } from './commands-save'
import { type DraftContent, readContent } from './draft-content'
import { merge } from './merge'
import type { UpdateProblem } from './update-problem'

/** Calls back what waits for its time: what it says is a draft again, unless one was begun on it. Whether anything waited. */
export async function recallUpdate(tx: Transaction, articleId: number): Promise<boolean> {
  const update = await tx.scheduledUpdate.findUnique({ where: { articleId } })
  if (!update) return false
  await becomesDraft(tx, update)
  await tx.scheduledUpdate.delete({ where: { articleId }, select: { articleId: true } })
  return true
}

/** Keeps what waits from going live, says why in the log and at the article, and makes it a draft, for a person to mend. */
export async function stopUpdate(
  tx: Transaction,
  articleId: number,
  problem: UpdateProblem,
  now: Date,
): Promise<void> {
  const update = await tx.scheduledUpdate.update({ where: { articleId }, data: { problem } })
  await becomesDraft(tx, update)
  await recordByRule(tx, { kind: 'update-stopped-by-rule', articleId, detail: { problem } }, now)
}

/**
 * Puts what was published past an update that waits into it, so that its going live does not undo it. Where both say
 * something else in the very place, the update waits for a person instead.
 */
export async function carryIntoUpdate(
  tx: Transaction,
  { before, after, number: baseVersion }: { before: DraftContent; after: DraftContent; number: number },
  by: By,
): Promise<void> {
  const { articleId } = by
  const update = await tx.scheduledUpdate.findUnique({ where: { articleId } })
  if (!update || update.problem !== null) return
  const { content, asides } = merge(before, after, readContent(update.content), newBlockId)
  if (asides.length > 0) return stopUpdate(tx, articleId, 'collides', by.savedAt)
  const revision = await addSave(tx, content, by)
  await tx.scheduledUpdate.update({
    where: { articleId },
    data: { content, revision, baseVersion },
    select: { articleId: true },
  })
}

type Waiting = { articleId: number; content: unknown; revision: number; baseVersion: number } & {
  scheduledById: number
  scheduledAt: Date
}

async function becomesDraft(tx: Transaction, update: Waiting): Promise<void> {
  const { articleId, revision, baseVersion, scheduledById: savedById, scheduledAt: savedAt } = update
  const said = { articleId, content: readContent(update.content), revision, baseVersion, savedById, savedAt }
  await tx.articleDraft.createMany({
    data: [{ ...said, startedById: savedById, startedAt: savedAt }],
    skipDuplicates: true,
  })
}
