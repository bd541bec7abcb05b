import { db } from '@/lib/db'
import { itemsOf } from './queries-queue'
import { type QueueFilter, readFilter } from './queue-filter'

/** A saved queue as its clock sees it: how much waits, and since when the first of it. */
export type Clock = {
  id: number
  name: string
  promisedMinutes: number
  overdueSince: Date | null
  count: number
  since: Date | null
}

/** The saved queues of which something was promised, or the one of them. */
export async function readClocks(now: Date, id?: number): Promise<Clock[]> {
  const rows = await db().savedQueue.findMany({
    where: { promisedMinutes: { not: null }, ...(id !== undefined && { id }) },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, filter: true, promisedMinutes: true, overdueSince: true },
  })
  const clocks: Clock[] = []
  for (const { filter: text, promisedMinutes, ...row } of rows) {
    const filter = readFilter(Object.fromEntries(new URLSearchParams(text)))
    if (promisedMinutes !== null) clocks.push({ ...row, promisedMinutes, ...(await waitingIn(filter, now)) })
  }
  return clocks
}

async function waitingIn(filter: QueueFilter, now: Date): Promise<{ count: number; since: Date | null }> {
  if (filter.queue === 'new') return { count: 0, since: null }
  const [row] = await db().$queryRaw<{ count: number; since: Date | null }[]>`
    select count(*)::int as count, min(d.since) as since from "DeskItem" d where ${itemsOf(filter, now)}`
  return row ?? { count: 0, since: null }
}
