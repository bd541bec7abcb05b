import { newBlockId } from '@/lib/articles/block-id'
import type { Transaction } from '@/lib/db'
import { carryIntoUpdate } from './commands-recall'
import { type By, keep, setAside } from './commands-save'
import type { DraftContent } from './draft-content'
import { merge } from './merge'
import { readWorkingCopy } from './queries-working-copy'

/**
 * Puts what was published past a draft into it, and into what waits for its time, so that publishing them does not undo it.
 * Where the draft says something else in the very place, what was published waits beside it for a choice.
 */
export async function carryIntoDraft(
  tx: Transaction,
  published: { before: DraftContent; after: DraftContent; number: number },
  by: By,
): Promise<void> {
  await carryIntoUpdate(tx, published, by)
  const copy = await readWorkingCopy(tx, by.articleId)
  if (!copy?.isDraft) return
  const { before, after, number: baseVersion } = published
  const { content, asides } = merge(before, after, copy.content, newBlockId)
  for (const aside of asides) await setAside(tx, by, before, aside)
  await keep(tx, copy, content, by)
  await tx.articleDraft.update({
    where: { articleId: by.articleId },
    data: { baseVersion },
    select: { articleId: true },
  })
}
