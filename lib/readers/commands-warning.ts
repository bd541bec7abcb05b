import { db } from '@/lib/db'
import type { Viewer } from './viewer'

/** Notes that a reader has read a warning of theirs: it no longer stands before their next comment. Once is enough. */
export async function acknowledgeWarning(
  viewer: Pick<Viewer, 'id'>,
  { sanctionId }: { sanctionId: number },
  now: Date,
): Promise<void> {
  await db().sanction.updateMany({
    where: { id: sanctionId, readerId: viewer.id, kind: 'warn', seenAt: null },
    data: { seenAt: now },
  })
}
