import { inTransaction, isUniqueViolation } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import { isEditor, type Moderator } from '@/lib/readers/viewer'
import { denied, type PermissionRefusal } from './commands-permission'
import { type QueueFilter, writeFilter } from './queue-filter'
import { recordAction } from './staff-action'

export type QueueRefusal =
  | PermissionRefusal
  | { error: 'bad-name' | 'bad-promise' | 'name-taken' | 'no-queue' | 'too-many' | 'not-yours' }

const longestName = 60
const longestPromise = 100_000
/** They stand beside every page of the desk. */
const mostSaved = 30

/** Keeps a filter for the newsroom under a name, with the minutes within which it is to be read, if that is promised. */
export async function saveQueue(
  moderator: Moderator,
  input: { name: string; filter: QueueFilter; promisedMinutes: number | null },
  now: Date,
): Promise<Outcome<{ id: number }, QueueRefusal>> {
  const name = input.name.trim()
  const { promisedMinutes } = input
  if (name === '' || name.length > longestName) return refused({ error: 'bad-name' })
  if (
    promisedMinutes !== null &&
    !(Number.isInteger(promisedMinutes) && promisedMinutes > 0 && promisedMinutes <= longestPromise)
  )
    return refused({ error: 'bad-promise' })
  try {
    return await inTransaction(async (tx) => {
      const no = await denied(tx, moderator, 'save-queue', null, now)
      if (no) return no
      if ((await tx.savedQueue.count()) >= mostSaved) return refused({ error: 'too-many' })
      const filter = writeFilter(input.filter)
      const { id } = await tx.savedQueue.create({
        data: { name, filter, promisedMinutes, madeById: moderator.id, createdAt: now },
        select: { id: true },
      })
      const detail = { queue: id, name, filter, promisedMinutes }
      await recordAction(tx, { kind: 'queue-saved', actorId: moderator.id, detail }, now)
      return done({ id })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refused({ error: 'name-taken' })
    throw error
  }
}

/** Takes a saved queue away: one's own, or as an editor anybody's. The comments in it wait where they were. */
export async function removeQueue(
  moderator: Moderator,
  id: number,
  now: Date,
): Promise<Outcome<{ id: number }, QueueRefusal>> {
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'save-queue', null, now)
    if (no) return no
    const queue = await tx.savedQueue.findUnique({
      where: { id },
      select: { name: true, filter: true, promisedMinutes: true, madeById: true },
    })
    if (!queue) return refused({ error: 'no-queue' })
    const { madeById, ...detail } = queue
    if (madeById !== moderator.id && !isEditor(moderator)) return refused({ error: 'not-yours' })
    await tx.savedQueue.deleteMany({ where: { id } })
    await recordAction(
      tx,
      { kind: 'queue-removed', actorId: moderator.id, detail: { queue: id, ...detail } },
      now,
    )
    return done({ id })
  })
}
