import { isCorrectionKind } from '@/lib/articles/correction'
import { plainNote } from '@/lib/articles/note'
import type { Transaction } from '@/lib/db'
import { recordAction, type StaffActionKind } from '@/lib/moderation/staff-action'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { addSave } from './commands-save'
import { findPlace } from './commands-version'
import type { Later, Publication, Published, PublishRefusal } from './publication'
import type { LockedCopy } from './working-copy'

const kinds = {
  update: 'update-changed',
  schedule: 'update-scheduled',
  embargo: 'update-embargoed',
} as const satisfies Record<Later['move'], StaffActionKind>

/** What is written waits beside a public article for its time, in place of what waited there before. */
export async function scheduleUpdate(
  tx: Transaction,
  moderator: Moderator,
  { article, content, base, version, update }: LockedCopy,
  { when, reason, note = null, ...change }: Publication & { when: Later },
  findings: string[],
  now: Date,
): Promise<Outcome<Published, PublishRefusal>> {
  const { id: articleId } = article
  const { kind = null, significant = null } = change
  const place = await findPlace(tx, content)
  if (!place.ok) return place
  if (kind && isCorrectionKind(kind) && plainNote(note ?? '') === '') return refused({ error: 'no-note' })
  const goesLiveAt = 'at' in when ? when.at : update?.goesLiveAt
  if (!goesLiveAt || goesLiveAt <= now) return refused({ error: 'not-ahead' })
  const by = { articleId, savedById: moderator.id, savedAt: now }
  const said = {
    ...{ content, reason, kind, note, significant, goesLiveAt },
    revision: 'save' in base ? base.save : await addSave(tx, content, by),
    baseVersion: version ?? 1,
    isEmbargo: when.move === 'update' ? update?.isEmbargo === true : when.move === 'embargo',
    ...{ problem: null, scheduledById: moderator.id, scheduledAt: now },
  }
  await tx.scheduledUpdate.upsert({
    where: { articleId },
    create: { articleId, ...said },
    update: said,
    select: { articleId: true },
  })
  await tx.articleDraft.deleteMany({ where: { articleId } })
  await tx.article.update({ where: { id: articleId }, data: { changedAt: now }, select: { id: true } })
  const detail = { kind, at: goesLiveAt.toISOString(), findings }
  const action = { actorId: moderator.id, articleId, note: reason || null, detail }
  await recordAction(tx, { kind: kinds[when.move], ...action }, now)
  return done({ state: article.state, version: null, at: goesLiveAt })
}
