import type { Transaction } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

/** What people of the newsroom do, other than deciding about one comment; the last four rules do. The log tells each in a sentence. */
export const staffActions = [
  'log-exported',
  'picked',
  'pick-removed',
  'pinned',
  'pin-removed',
  'lists-adopted',
  'check-holds',
  'check-publishes',
  'batch-decided',
  'batch-undone',
  'queue-saved',
  'queue-removed',
  'warned',
  'review-required',
  'slowed',
  'suspended',
  'banned',
  'lifted',
  'sanction-appeal-upheld',
  'sanction-appeal-overturned',
  'noted',
  'messaged',
  'role-changed',
  'signed-out-everywhere',
  'rule-added',
  'rule-reworded',
  'rule-moved',
  'rule-retired',
  'rule-restored',
  'site-mode-set',
  'section-mode-set',
  'article-mode-set',
  'conversation-opened',
  'conversation-closed',
  'questions-begun',
  'questions-ended',
  'guest-named',
  'guest-ended',
  'trusted',
  'trust-ended',
  'expert-named',
  'expert-ended',
  'picture-added',
  'picture-described',
  'article-corrected',
  'error-dismissed',
  'section-added',
  'section-changed',
  'section-moved',
  'tag-renamed',
  'tag-merged',
  'tag-split',
  'author-added',
  'author-changed',
  'page-changed',
  'front-arranged',
  'front-restored',
  'front-pins-ended-by-rule',
  'closed-by-age',
  'opened-by-age',
  'slowed-by-rule',
  'quickened-by-rule',
  'article-started',
  'draft-discarded',
  'article-published',
  'article-revised',
  'article-scheduled',
  'article-embargoed',
  'article-updated',
  'article-unscheduled',
  'article-live-by-rule',
  'update-scheduled',
  'update-embargoed',
  'update-changed',
  'update-unscheduled',
  'update-live-by-rule',
  'update-stopped-by-rule',
  'article-withdrawn',
  'article-unpublished',
  'article-blocked',
  'article-restored',
  'article-held',
  'article-released',
  'article-flagged',
  'article-cleared',
] as const
export type StaffActionKind = (typeof staffActions)[number]

type Action = {
  kind: StaffActionKind
  actorId: number
  readerId?: number
  commentId?: number
  articleId?: number
  reason?: string | null
  note?: string | null
  detail?: Prisma.InputJsonObject
  undoesId?: number
}

/** Writes down what somebody did, with what it changed and in the same transaction. Its id. */
export async function recordAction(tx: Transaction, action: Action, now: Date): Promise<number> {
  const { id } = await tx.staffAction.create({
    data: { ...action, createdAt: now },
    select: { id: true },
  })
  return id
}

type ByRule = Pick<Action, 'articleId' | 'detail'> & {
  kind: Extract<StaffActionKind, `${string}-by-rule` | `${string}-by-age`>
}

/** The same for what a rule did: it is nobody's. */
export async function recordByRule(tx: Transaction, action: ByRule, now: Date): Promise<void> {
  await tx.staffAction.create({ data: { ...action, createdAt: now }, select: { id: true } })
}
