import { db } from '@/lib/db'
import { isEditor, type Moderator } from '@/lib/readers/viewer'
import { measureQueue } from './queries-queue'
import { type QueueFilter, readFilter } from './queue-filter'

/** A queue the newsroom made for itself, with how it stands. `due` is when its promise is broken, of which the first comment decides. */
export type SavedQueue = {
  id: number
  name: string
  filter: QueueFilter
  promisedMinutes: number | null
  count: number
  due: Date | null
  mayRemove: boolean
}

const fields = { id: true, name: true, filter: true, promisedMinutes: true, madeById: true } as const

/** All saved queues, by name. */
export async function listSavedQueues(moderator: Moderator, now: Date): Promise<SavedQueue[]> {
  const rows = await db().savedQueue.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: fields })
  return Promise.all(rows.map((row) => measured(moderator, row, now)))
}

/** One of them; null when it is gone. */
export async function findSavedQueue(
  moderator: Moderator,
  id: number,
  now: Date,
): Promise<SavedQueue | null> {
  const row = await db().savedQueue.findUnique({ where: { id }, select: fields })
  return row && measured(moderator, row, now)
}

type Row = { id: number; name: string; filter: string; promisedMinutes: number | null; madeById: number }

async function measured(
  moderator: Moderator,
  { filter: text, madeById, ...row }: Row,
  now: Date,
): Promise<SavedQueue> {
  const filter = readFilter(Object.fromEntries(new URLSearchParams(text)))
  const { count, since } = await measureQueue(moderator, filter, now)
  const mayRemove = madeById === moderator.id || isEditor(moderator)
  return { ...row, filter, count, due: dueOf(since, row.promisedMinutes), mayRemove }
}

/** When a promise is broken that began with what has waited longest; null where nothing waits or nothing was promised. */
export function dueOf(since: Date | null, promisedMinutes: number | null): Date | null {
  return since && promisedMinutes !== null ? new Date(since.getTime() + promisedMinutes * 60_000) : null
}
