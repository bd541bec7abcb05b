import { inTransaction } from '@/lib/db'
import { type Channel, leaveInOutbox } from '@/lib/outbox'
import { readClocks } from './queries-overdue'
import { dueOf } from './queries-saved'

/**
 * Notes which saved queues break their promise and which keep it again, and leaves word for the newsroom by each of
 * these ways: once a breach, however many processes ask. The number of breaches that were new.
 */
export async function noteOverdue(channels: readonly Channel[], now: Date): Promise<number> {
  let breaches = 0
  for (const { id, since, promisedMinutes, overdueSince } of await readClocks(now)) {
    const due = dueOf(since, promisedMinutes)
    const isOverdue = due !== null && due < now
    if (isOverdue === (overdueSince !== null)) continue
    const isNoted = await inTransaction(async (tx) => {
      const { count } = await tx.savedQueue.updateMany({
        where: { id, overdueSince },
        data: { overdueSince: isOverdue ? due : null },
      })
      if (count === 0 || !isOverdue) return false
      for (const channel of channels)
        await leaveInOutbox(tx, { kind: 'queue-overdue', payload: { queueId: id, channel } }, now)
      return true
    })
    if (isNoted) breaches += 1
  }
  return breaches
}
