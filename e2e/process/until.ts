import { setTimeout as pause } from 'node:timers/promises'

/**
 * Until a change shows everywhere. Two seconds are promised; here other sites start and stop on the same cores meanwhile,
 * and what a quiet machine keeps is measured by the benches.
 */
export const shownWithinMs = 15_000

/** Asks again and again until the answer is neither null nor false, and returns it. Throws when `withinMs` have passed. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false> | T | null | false,
  withinMs: number,
): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== false) return answer
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`)
    await pause(15)
  }
}
