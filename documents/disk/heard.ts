import type { Seen, StoredPage } from './file'
import { type HeardFile, openHeardFile, placeOf } from './heard-file'

/** What is known on disk of topics' changes, so that it outlives the process. */
export type Heard = {
  /** Takes a version in, soon. */
  note(name: string, version: number): void
  /** Every change committed before this instant (ms) has been noted. */
  upTo(instant: number): void
  /** What was noted as the newest change of all, and until when nothing was missed. Undefined: nothing is known. */
  last(): Promise<{ upTo: number; newest: Seen } | undefined>
  /** Whatever was stored until now is vouched for no more: the database is another one than it was. */
  startAnew(): Promise<void>
  /**
   * Until when (ms) a stored page may stand in while the database is away: a day after it was last heard.
   * Undefined when one of the page's topics is known to have changed since.
   */
  vouchesFor(page: Pick<StoredPage, 'topics' | 'beganAt'>): Promise<number | undefined>
  close(): Promise<void>
}

/** As `stale-if-error` allows it to caches outside. */
export const outageLimitMs = 86_400_000

/**
 * One file of fixed size, shared by every process on its folder: a head, and a million places by the hash of a
 * topic's name, each with the highest version noted there. Two topics in one place make a page look changed that is
 * not, never the other way round.
 */
export async function openHeard(
  path: string,
  { now, failed }: { now(): number; failed(error: unknown): void },
): Promise<Heard> {
  const file = await openHeardFile(path, now()).catch((error) => {
    failed(error)
    return undefined
  })
  if (file === undefined) return deaf
  return hearInto(file, now, failed)
}

function hearInto(file: HeardFile, now: () => number, failed: (error: unknown) => void): Heard {
  const pending = new Map<number, number>()
  let newest: Seen | undefined
  let reached: number | undefined
  let savedAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> = Promise.resolve()

  /** The instant is written after what was noted before it, so that a kill in between loses no change. */
  async function save(): Promise<void> {
    const [noted, name, instant] = [[...pending], newest, reached]
    for (const [place, version] of noted) {
      await file.raise(place, version)
      if (pending.get(place) === version) pending.delete(place)
    }
    if (name !== undefined) await file.setNewest(name)
    if (instant !== undefined) await file.upTo.write(instant)
  }

  function saveSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      saving = saving.then(save).catch(failed)
    }, 200).unref()
  }

  return {
    note(name, version) {
      const place = placeOf(name)
      if (version > (pending.get(place) ?? 0)) pending.set(place, version)
      if (newest === undefined || version > newest[1]) newest = [name, version]
      saveSoon()
    },
    upTo(instant) {
      reached = instant
      if (Math.abs(instant - savedAt) < 5000 && pending.size === 0) return
      savedAt = instant
      saveSoon()
    },
    async last() {
      const upTo = await file.upTo.read()
      const newest = await file.newest()
      return upTo > 0 && upTo <= now() + outageLimitMs && newest !== undefined ? { upTo, newest } : undefined
    },
    async startAnew() {
      await file.began.write(now()).catch(failed)
    },
    async vouchesFor({ topics, beganAt }) {
      try {
        const upTo = await file.upTo.read()
        if (upTo === 0 || beganAt < (await file.began.read())) return undefined
        for (const [name, version] of topics) {
          const place = placeOf(name)
          const noted = Math.max(pending.get(place) ?? 0, await file.noted(place))
          if (noted > version) return undefined
        }
        return Math.min(upTo, now()) + outageLimitMs
      } catch (error) {
        failed(error)
        return undefined
      }
    },
    async close() {
      clearTimeout(timer)
      await saving
      await save().catch(failed)
      await file.close()
    },
  }
}

/** Where nothing can be written, nothing is vouched for. */
const deaf: Heard = {
  note: () => undefined,
  upTo: () => undefined,
  last: async () => undefined,
  startAnew: async () => undefined,
  vouchesFor: async () => undefined,
  close: async () => undefined,
}
