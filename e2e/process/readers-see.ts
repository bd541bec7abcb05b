import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { shownWithinMs, until } from './until'

export type Sight = { shown: boolean }

const inARow = 40
const steadyMs = 1000

/**
 * Waits until readers, who go on adding to `seen`, have a comment without exception, or without exception have it no longer;
 * from then on none may see what was before. How soon that is, is measured by `npm run bench -- freshness`.
 */
export async function expectReadersToSee(seen: readonly Sight[], shown: boolean): Promise<void> {
  const from = seen.length
  const agreed = () => {
    const last = seen.slice(from).slice(-inARow)
    return last.length === inARow && last.every((sight) => sight.shown === shown)
  }
  await until(`every reader has it ${shown ? '' : 'no longer'}`, agreed, shownWithinMs)
  const since = seen.length
  await pause(steadyMs)
  const after = seen.slice(since)
  expect(after.length).toBeGreaterThan(10)
  expect(after.filter((sight) => sight.shown !== shown)).toEqual([])
}
