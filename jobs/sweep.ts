import { db } from '@/lib/db'

/** Lets go of what has run out: kept texts, sessions, and paces that are full again. */
export async function sweep(now: Date): Promise<void> {
  await db().pendingComment.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().pace.deleteMany({ where: { emptyAt: { lt: now } } })
}
