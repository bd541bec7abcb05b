import { db } from '@/lib/db'
import type { Viewer } from './viewer'

/** Signs a reader out on every device, or on every other one. At once: each request asks whether its session stands. */
export async function signOutEverywhere(
  viewer: Pick<Viewer, 'id' | 'sessionId'>,
  { keepThis }: { keepThis: boolean },
): Promise<{ ended: number }> {
  const others = keepThis ? { id: { not: viewer.sessionId } } : {}
  const { count } = await db().session.deleteMany({ where: { readerId: viewer.id, ...others } })
  return { ended: count }
}
