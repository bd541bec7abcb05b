import type { Transaction } from '@/lib/db'
import type { ScheduledUpdate } from '@/prisma/generated/client'
import type { Base } from './base'
import { contentOf, placeFields, versionFields } from './content-of-version'
import { type DraftContent, readContent } from './draft-content'
import { readProblem, type UpdateProblem } from './update-problem'

/** What is written of an article now, and what that is called. */
export type WorkingCopy = {
  base: Base
  content: DraftContent
  /** The number of the version the draft began from; null where none was published. */
  version: number | null
  isDraft: boolean
  /** What readers get at a time, where that is settled. */
  update: WaitingUpdate | null
}

export type WaitingUpdate = Pick<
  ScheduledUpdate,
  'goesLiveAt' | 'isEmbargo' | 'kind' | 'note' | 'significant'
> & {
  problem: UpdateProblem | null
}

/** An article's draft, or else what waits for its time, or else its current version. Null when there is none of them. */
export async function readWorkingCopy(tx: Transaction, articleId: number): Promise<WorkingCopy | null> {
  const draft = await tx.articleDraft.findUnique({
    where: { articleId },
    select: { content: true, revision: true, baseVersion: true },
  })
  const update = await tx.scheduledUpdate.findUnique({ where: { articleId } })
  const waiting = update && { ...update, problem: readProblem(update.problem) }
  const saved = draft ?? update
  if (saved)
    return {
      ...{ isDraft: draft !== null, base: { save: saved.revision }, version: saved.baseVersion },
      ...{ content: readContent(saved.content), update: waiting },
    }
  const row = await tx.article.findUnique({
    where: { id: articleId },
    select: { ...placeFields, currentVersion: { select: { ...versionFields, number: true } } },
  })
  if (!row?.currentVersion) return null
  const { number } = row.currentVersion
  return {
    ...{ isDraft: false, base: { version: number }, version: number, update: null },
    content: contentOf(row.currentVersion, row),
  }
}

/** What somebody had before them; null when it is kept no more. */
export async function findBase(tx: Transaction, articleId: number, base: Base): Promise<DraftContent | null> {
  if ('save' in base) {
    const save = await tx.draftRevision.findUnique({
      where: { articleId_revision: { articleId, revision: base.save } },
      select: { content: true },
    })
    return save && readContent(save.content)
  }
  const version = await tx.articleVersion.findUnique({
    where: { articleId_number: { articleId, number: base.version } },
    select: versionFields,
  })
  if (!version) return null
  const place = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: placeFields })
  return contentOf(version, place)
}
