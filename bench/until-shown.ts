import { setTimeout as pause } from 'node:timers/promises'
import type { Watcher } from './watching'

/** A way by which readers come: some for each place, so that nobody waits for what others ask. */
export type Way = { name: string; readers: readonly (readonly Watcher[])[] }
/** What is to be found at an address, or to be gone from it. */
export type Wanted = { path: string; mark: string; isShown: boolean }

/** A reader asks a few times a second; so often the time is known to a fiftieth of one. */
export const askedEveryMs = 20
const patienceMs = 15_000

/**
 * Makes a change, and gives how long after it was asked for each place showed it on all connections of a way, in seconds:
 * by way, in the order of the places. Throws when one does not.
 */
export async function timeChange(
  ways: readonly Way[],
  change: () => Promise<readonly Wanted[]>,
): Promise<Map<string, number[]>> {
  const began = performance.now()
  const wanted = await change()
  const seen = new Map<string, number[]>()
  await Promise.all(
    ways.map(async ({ name, readers }) => {
      const times = wanted.map(async (each, place) => {
        const own = readers[place] ?? []
        if (own.length === 0) throw new Error(`nobody reads ${each.path}`)
        return Math.max(...(await Promise.all(own.map((watcher) => untilSeen(watcher, each, began)))))
      })
      seen.set(name, await Promise.all(times))
    }),
  )
  return seen
}

/** The seconds until a reader, who asks again and again, was shown it. */
async function untilSeen(watcher: Watcher, { path, mark, isShown }: Wanted, began: number): Promise<number> {
  for (;;) {
    const isAsWanted = (await watcher.has(path, mark)) === isShown
    const milliseconds = performance.now() - began
    if (isAsWanted) return milliseconds / 1000
    if (milliseconds > patienceMs) throw new Error(`${mark} was not ${isShown ? 'seen' : 'gone'} at ${path}`)
    await pause(askedEveryMs)
  }
}
