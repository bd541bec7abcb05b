import { db } from './db'

/** A note that is this process's to send until `heldMs` are over. `attempts` counts this one. */
export type Note = { id: bigint; kind: string; payload: unknown; attempts: number }

/** About five hours of trying. */
export const mostAttempts = 12
/** Longer than any sending takes: whoever was killed meanwhile left the note to the next. */
export const heldMs = 120_000

/**
 * Takes notes of these kinds that are due, the oldest first; no other process has them meanwhile. Whatever is not
 * marked by `sent` or `failed` comes again.
 */
export async function takeNotes(kinds: readonly string[], most: number, now: Date): Promise<Note[]> {
  const until = new Date(now.getTime() + heldMs)
  const notes = await db().$queryRaw<Note[]>`
    update "Outbox" o set "availableAt" = ${until}::timestamptz, attempts = attempts + 1
    from (
      select id from "Outbox"
      where "doneAt" is null and "availableAt" <= ${now}::timestamptz and kind = any(${kinds}::text[]) and attempts < ${mostAttempts}
      order by "availableAt", id limit ${most} for update skip locked) due
    where o.id = due.id returning o.id, o.kind, o.payload, o.attempts`
  return notes.sort((one, other) => Number(one.id - other.id))
}

export async function markSent({ id, attempts }: Note, now: Date): Promise<void> {
  await db().outbox.updateMany({ where: { id, attempts }, data: { doneAt: now } })
}

/** Lets it wait until its next attempt; after the last one it is kept, and not tried again. */
export async function markFailed({ id, attempts }: Note, now: Date): Promise<void> {
  const availableAt = new Date(now.getTime() + waitMs(attempts))
  await db().outbox.updateMany({ where: { id, attempts, doneAt: null }, data: { availableAt } })
}

/** How long after which attempt: from half a minute, twice as long each time, an hour at most. */
export function waitMs(attempts: number): number {
  return Math.min(30_000 * 2 ** (attempts - 1), 3_600_000)
}
