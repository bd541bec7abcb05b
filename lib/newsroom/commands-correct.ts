import { announce } from '@/lib/articles/commands'
import { addVersion, type LockedArticle, lockArticle } from '@/lib/articles/commands-version'
import { plainNote } from '@/lib/articles/note'
import { inTransaction, type Transaction } from '@/lib/db'
import { denied, type PermissionRefusal } from '@/lib/moderation/commands-permission'
import { recordAction } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { carryIntoDraft } from './commands-carry'
import { settleAsCorrected } from './commands-errors'
import { versionOf } from './content-of-version'
import {
  type CorrectingKind,
  corrected,
  longestHeadline,
  longestNote,
  longestStandfirst,
  longestText,
  textOf,
} from './correction-text'
import { isSame } from './draft-content'
import { currentContent } from './queries-current'
import { readIfAny, readLine, readText, type TypedProblem } from './typed'

export type CorrectionRefusal =
  | PermissionRefusal
  | { error: 'no-article' | 'under-hold' | 'not-begun' | 'changed-meanwhile' | 'nothing-changed' | 'no-note' }
  | { error: TypedProblem }
type Step<T> = Outcome<T, CorrectionRefusal>

export type CorrectionStart = { kind: CorrectingKind; note: string; errorIds: number[] }

/**
 * Begins a correction of a published article, or says anew what it is: of its text nothing is lost. Everything but a
 * typing error needs its note. `errorIds` are reports of readers that it puts right.
 */
export async function beginCorrection(
  viewer: Moderator,
  articleId: number,
  { kind, note: typed, errorIds }: CorrectionStart,
  now: Date,
): Promise<Step<Record<string, never>>> {
  const note = readIfAny(typed, longestNote)
  if (!note.ok) return note
  if (kind !== 'typo' && plainNote(note.value ?? '') === '') return refused({ error: 'no-note' })
  return correcting(viewer, articleId, now, async (tx) => {
    const current = await currentContent(tx, articleId)
    if (!current) return refused({ error: 'no-article' })
    const said = { kind, note: note.value, errorIds, updatedAt: now }
    const key = { articleId, readerId: viewer.id }
    await tx.correctionDraft.upsert({
      where: { articleId_readerId: key },
      create: { ...key, ...said, ...textOf(current.content), baseNumber: current.number },
      update: said,
      select: { articleId: true },
    })
    return done({})
  })
}

/** Keeps the text as it will be. `base` is the number of the version it was written over. */
export async function writeCorrection(
  viewer: Moderator,
  articleId: number,
  typed: { headline: string; standfirst: string; text: string; base: number },
  now: Date,
): Promise<Step<Record<string, never>>> {
  const [headline, standfirst, text] = [
    readLine(typed.headline, longestHeadline),
    readIfAny(typed.standfirst, longestStandfirst),
    readText(typed.text, longestText),
  ]
  if (!headline.ok) return headline
  if (!standfirst.ok) return standfirst
  if (!text.ok) return text
  return correcting(viewer, articleId, now, async (tx) => {
    const { count } = await tx.correctionDraft.updateMany({
      where: { articleId, readerId: viewer.id },
      data: {
        ...{ headline: headline.value, standfirst: standfirst.value, text: text.value },
        ...{ baseNumber: typed.base, updatedAt: now },
      },
    })
    return count === 0 ? refused({ error: 'not-begun' }) : done({})
  })
}

/** Throws a begun correction away. */
export async function dropCorrection(
  viewer: Moderator,
  articleId: number,
  now: Date,
): Promise<Step<Record<string, never>>> {
  return correcting(viewer, articleId, now, async (tx) => {
    await tx.correctionDraft.deleteMany({ where: { articleId, readerId: viewer.id } })
    return done({})
  })
}

/**
 * Publishes a correction of what readers see, whatever the desk is drafting: the version, its note, the thanks to those
 * who reported what it puts right, and the log, all or nothing; a draft gets it, too. Refuses what was written over an older version than the current one, and what changes nothing and says
 * nothing. Its number as the desk counts.
 */
export async function publishCorrection(
  viewer: Moderator,
  articleId: number,
  now: Date,
): Promise<Step<{ number: number }>> {
  return correcting(viewer, articleId, now, async (tx, article) => {
    const key = { articleId, readerId: viewer.id }
    const draft = await tx.correctionDraft.findUnique({ where: { articleId_readerId: key } })
    const current = await currentContent(tx, articleId)
    if (!draft || !current) return refused({ error: 'not-begun' })
    if (draft.baseNumber !== current.number) return refused({ error: 'changed-meanwhile' })
    const { kind, note } = draft
    const [before, after] = [current.content, corrected(current.content, draft)]
    if (note === null && isSame(before, after)) return refused({ error: 'nothing-changed' })
    const change = { reason: note ?? kind, kind, note, createdById: viewer.id }
    const added = await addVersion(tx, article, versionOf(after), change, now)
    if (!added.ok) return added
    const { id: versionId, number } = added.value
    const by = { articleId, savedById: viewer.id, savedAt: now }
    await carryIntoDraft(tx, { before, after, number }, by)
    await settleAsCorrected(tx, viewer, { articleId, versionId, errorIds: draft.errorIds }, now)
    await tx.correctionDraft.delete({ where: { articleId_readerId: key }, select: { articleId: true } })
    const detail = { title: kind, number }
    await recordAction(tx, { kind: 'article-corrected', actorId: viewer.id, articleId, note, detail }, now)
    await announce(tx, articleId, article.section)
    return done({ number })
  })
}

/** What is corrected is public, and nobody holds it; whoever corrects it may publish. */
async function correcting<T>(
  viewer: Moderator,
  articleId: number,
  now: Date,
  work: (tx: Transaction, article: LockedArticle) => Promise<Step<T>>,
): Promise<Step<T>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, viewer, 'publish-article', null, now)
    if (no) return no
    const article = await lockArticle(tx, articleId)
    if (article?.state !== 'published') return refused({ error: 'no-article' })
    return article.isHeld ? refused({ error: 'under-hold' }) : work(tx, article)
  })
}
