import { db, plannedAnew } from '@/lib/db'
import { isEditor, type Moderator } from '@/lib/readers/viewer'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { itemsOf } from './queries-queue'
import { type QueueFilter, readFilter } from './queue-filter'

/** A queue the newsroom made for itself. */
export type SavedQueue = {
  id: number
  name: string
  filter: QueueFilter
  promisedMinutes: number | null
  mayRemove: boolean
}

/** At the side of every page of the desk no more than this is counted of a saved queue. */
export const mostCounted = 999

/** With how it stands: `count` is one more than is counted where there is more, and it is overdue when its promise is broken. */
export type CountedQueue = SavedQueue & { count: number; isOverdue: boolean }

const fields = { id: true, name: true, filter: true, promisedMinutes: true, madeById: true } as const

/** All saved queues, by name, with how they stand. */
export async function listSavedQueues(moderator: Moderator, now: Date): Promise<CountedQueue[]> {
  const rows = await db().savedQueue.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: fields })
  const queues = rows.map((row) => toQueue(moderator, row))
  const counted = new Map((await countEach(queues, now)).map((row) => [row.id, row]))
  return queues.map((queue) => {
    const { count, isOverdue } = counted.get(queue.id) ?? { count: 0, isOverdue: false }
    return { ...queue, count, isOverdue }
  })
}

/** One of them; null when it is gone. */
export async function findSavedQueue(moderator: Moderator, id: number): Promise<SavedQueue | null> {
  const row = await db().savedQueue.findUnique({ where: { id }, select: fields })
  return row && toQueue(moderator, row)
}

/** When a promise is broken that began with what has waited longest; null where nothing waits or nothing was promised. */
export function dueOf(since: Date | null, promisedMinutes: number | null): Date | null {
  return since && promisedMinutes !== null ? new Date(since.getTime() + promisedMinutes * 60_000) : null
}

// Thirty of them stand beside every page: one statement, which counts no further than is shown, and looks for what waits
// too long only among what has waited for so long.
async function countEach(
  queues: readonly SavedQueue[],
  now: Date,
): Promise<{ id: number; count: number; isOverdue: boolean }[]> {
  const asked = queues
    .filter(({ filter }) => filter.queue !== 'new')
    .map(({ id, filter, promisedMinutes }) => {
      const items = Prisma.sql`from "DeskItem" d where ${itemsOf(filter, now)}`
      const kept = new Date(now.getTime() - (promisedMinutes ?? 0) * 60_000)
      const overdue =
        promisedMinutes === null
          ? Prisma.sql`false`
          : Prisma.sql`exists (select 1 ${items} and d.since < ${kept}::timestamptz)`
      return Prisma.sql`
        select ${Prisma.raw(plannedAnew)} ${id}::int as id, (select count(*) from (select 1 ${items} limit ${mostCounted + 1}) counted)::int as count, ${overdue} as "isOverdue"`
    })
  if (asked.length === 0) return []
  return db().$queryRaw(Prisma.join(asked, ' union all '))
}

type Row = { id: number; name: string; filter: string; promisedMinutes: number | null; madeById: number }

function toQueue(moderator: Moderator, { filter: text, madeById, ...row }: Row): SavedQueue {
  const filter = readFilter(Object.fromEntries(new URLSearchParams(text)))
  return { ...row, filter, mayRemove: madeById === moderator.id || isEditor(moderator) }
}
