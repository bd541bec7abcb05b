import { newBlockId } from '@/lib/articles/block-id'
import { fromMarkdown } from '@/lib/articles/body-markdown'
import { inTransaction, type Transaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { type Base, baseName } from './base'
import { standsAt } from './choose'
import { type DraftContent, emptyContent, isSame } from './draft-content'
import { type Aside, merge } from './merge'
import { withUniqueIds } from './merge-body'
import { findBase, type WorkingCopy } from './queries-working-copy'
import { withNamesOf } from './same-words'
import { isAt, lockWorkingCopy } from './working-copy'

// Enough for whoever comes back to a tab after a meeting; what is older is compared with nothing and set aside.
const savesKept = 500

export type Saved = {
  /** What is written now, and its name: of what was sent, and of what another had written meanwhile. */
  base: string
  content: DraftContent
  /** The name of what was sent, for whoever has written on since. */
  sent: string
  isMerged: boolean
  /** How many places wait for somebody to choose. */
  asides: number
}

export type Save = { articleId: number; base: Base; content: DraftContent; markdown?: string; ids?: string[] }

/**
 * Saves what somebody writes. Where others saved since what they had before them, both are put together; what both
 * changed differently stays as it was saved first, and theirs waits beside it for a choice. Nothing sent is lost: it is
 * kept as a save of its own. Refuses what is not there, and whoever may not write.
 */
export async function saveDraft(
  moderator: Moderator,
  input: Save,
  now: Date,
): Promise<Outcome<Saved, PermissionRefusal | { error: 'no-article' }>> {
  return inTransaction(async (tx) => {
    const copy = await lockWorkingCopy(tx, input.articleId)
    const no = await denied(tx, moderator, 'write-article', null, now)
    if (no) return no
    if (!copy) return refused({ error: 'no-article' })
    const known = isAt(copy, input.base) ? copy.content : await findBase(tx, input.articleId, input.base)
    const typed = read(input, known)
    const mine = { ...typed, body: withNamesOf(typed.body, known?.body ?? [], copy.content.body) }
    const by = { articleId: input.articleId, savedById: moderator.id, savedAt: now }
    if (isAt(copy, input.base)) {
      const base = await keep(tx, copy, mine, by)
      return done({ base, sent: base, content: mine, isMerged: false, asides: await countAsides(tx, by) })
    }
    // What is compared with nothing was changed by both.
    const before = known ?? emptyContent(mine.section)
    const sent = isSame(mine, known) ? baseName(input.base) : await keepSent(tx, copy, mine, by)
    const { content, asides } = merge(before, mine, copy.content, newBlockId)
    for (const aside of asides) await setAside(tx, by, before, aside)
    const base = await keep(tx, copy, content, by)
    return done({ base, sent, content, isMerged: true, asides: await countAsides(tx, by) })
  })
}

/** What was written: blocks, or all of them as Markdown, whose paragraphs keep the names they had or the editor gives them. */
function read({ content, markdown, ids = [] }: Save, known: DraftContent | null): DraftContent {
  const body = markdown === undefined ? content.body : fromMarkdown(markdown, known?.body ?? [], ids)
  return { ...content, body: withUniqueIds(body, newBlockId) }
}

export type By = { articleId: number; savedById: number; savedAt: Date }

/** Makes it what is written now; what says the same as before is no save. Its name. */
export async function keep(
  tx: Transaction,
  copy: WorkingCopy,
  content: DraftContent,
  by: By,
): Promise<string> {
  if (isSame(content, copy.content)) return baseName(copy.base)
  const { articleId, savedById, savedAt } = by
  const revision = await addSave(tx, content, by)
  const said = { content, revision, savedById, savedAt }
  await tx.articleDraft.upsert({
    where: { articleId },
    create: { articleId, ...said, baseVersion: copy.version, startedById: savedById, startedAt: savedAt },
    update: said,
    select: { articleId: true },
  })
  await tx.article.update({ where: { id: articleId }, data: { changedAt: savedAt }, select: { id: true } })
  await tx.draftRevision.deleteMany({ where: { articleId, revision: { lte: revision - savesKept } } })
  return baseName({ save: revision })
}

/** Keeps what was sent as it was sent, beside what is written now. Its name. */
async function keepSent(tx: Transaction, copy: WorkingCopy, mine: DraftContent, by: By): Promise<string> {
  if (isSame(mine, copy.content)) return baseName(copy.base)
  return baseName({ save: await addSave(tx, mine, by) })
}

/** Adds a save under the article's lock; its number. */
export async function addSave(tx: Transaction, content: DraftContent, by: By): Promise<number> {
  const { _max } = await tx.draftRevision.aggregate({
    where: { articleId: by.articleId },
    _max: { revision: true },
  })
  const revision = (_max.revision ?? 0) + 1
  await tx.draftRevision.create({ data: { ...by, revision, content }, select: { revision: true } })
  return revision
}

/** What somebody wrote on from what was set aside already takes its place; anything else waits beside it. */
export async function setAside(
  tx: Transaction,
  by: By,
  before: DraftContent,
  { place, aside }: Aside,
): Promise<void> {
  const { articleId, savedById, savedAt } = by
  const json = aside === null ? Prisma.DbNull : JSON.parse(JSON.stringify(aside))
  const waiting = await tx.draftAside.findMany({
    where: { articleId, place, writtenById: savedById, settledAt: null },
    select: { id: true, aside: true },
  })
  const earlier = waiting.find((each) => isSame(each.aside, standsAt(before, place) ?? null))
  if (earlier)
    await tx.draftAside.update({ where: { id: earlier.id }, data: { aside: json }, select: { id: true } })
  else
    await tx.draftAside.create({
      data: { articleId, place, aside: json, writtenById: savedById, createdAt: savedAt },
      select: { id: true },
    })
}

function countAsides(tx: Transaction, { articleId }: By): Promise<number> {
  return tx.draftAside.count({ where: { articleId, settledAt: null } })
}
