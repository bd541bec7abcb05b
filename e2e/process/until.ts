import { setTimeout as pause } from 'node:timers/promises'

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
