import type { Transaction } from './db'

/** By which way: each is a note of its own, so that one that fails keeps no other back. */
export type Channel = 'mail' | 'webhook'

/** What will leave the house once the transaction stands. A kind's payload holds ids, never texts: they may be gone by then. */
export type OutboxEntry =
  | { kind: 'comment-held'; payload: { commentId: number; articleId: number } }
  | { kind: 'comment-published'; payload: { commentId: number; articleId: number } }
  | { kind: 'comment-mention'; payload: { commentId: number; readerId: number } }
  | { kind: 'reader-sanctioned' | 'sanction-lifted'; payload: { sanctionId: number; readerId: number } }
  | { kind: 'reader-message'; payload: { actionId: number; readerId: number } }
  | { kind: 'appeal-made'; payload: { appealId: number } }
  | { kind: 'appeal-judged'; payload: { appealId: number; commentId: number; decisionNumber: number } }
  | { kind: 'sanction-appeal-made'; payload: { appealId: number } }
  | { kind: 'sanction-appeal-judged'; payload: { appealId: number; readerId: number } }
  | { kind: 'queue-overdue'; payload: { queueId: number; channel: Channel } }
  | { kind: 'hub-ping' | 'search-ping'; payload: { articleIds: number[] } }
  | { kind: 'error-reported'; payload: { errorId: number; articleId: number } }
  | { kind: 'error-corrected'; payload: { errorId: number; articleId: number; readerId: number } }
  | { kind: 'comment-decided'; payload: { commentId: number; decisionNumber: number } }

/** Leaves a note for the sender, in the transaction that causes it; `now` where the sender goes by the same clock. */
export async function leaveInOutbox(tx: Transaction, entry: OutboxEntry, now?: Date): Promise<void> {
  const since = now ? { createdAt: now, availableAt: now } : {}
  await tx.outbox.create({ data: { ...entry, ...since }, select: { id: true } })
}
