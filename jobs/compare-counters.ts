import { findDrift } from '@/lib/comments/drift'
import type { Log } from './schedule'

/** Compares every counter with what it counts, and says where they differ. It repairs nothing: a drift is a bug to find. */
export async function compareCounters(_now: Date, log: Log): Promise<void> {
  const drift = await findDrift()
  if (drift.length > 0) log({ event: 'counters-drifted', drift })
}
