import type { Transaction } from './db'

/** What will leave the house once the transaction stands. A kind's payload holds ids, never texts: they may be gone by then. */
export type OutboxEntry =
  | { kind: 'comment-held'; payload: { commentId: number; articleId: number } }
  | { kind: 'comment-published'; payload: { commentId: number; articleId: number } }
  | { kind: 'comment-mention'; payload: { commentId: number; readerId: number } }
  | { kind: 'reader-sanctioned' | 'sanction-lifted'; payload: { sanctionId: number; readerId: number } }
  | { kind: 'reader-message'; payload: { actionId: number; readerId: number } }
  | { kind: 'appeal-made'; payload: { appealId: number } }
  | { kind: 'appeal-judged'; payload: { appealId: number; commentId: number; decisionNumber: number } }
  | { kind: 'comment-decided'; payload: { commentId: number; decisionNumber: number } }

/** Leaves a note for the sender, in the transaction that causes it. */
export async function leaveInOutbox(tx: Transaction, entry: OutboxEntry): Promise<void> {
  await tx.outbox.create({ data: entry, select: { id: true } })
}
