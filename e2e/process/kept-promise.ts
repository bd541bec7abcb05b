import { expect } from 'vitest'

export type Sight = { at: number; shown: boolean }

/**
 * What readers saw of a comment that was approved and later rejected, each from the moment they asked: once `promiseMs` were
 * over they had it without exception, and then without exception not.
 */
export function expectPromiseKept(
  seen: readonly Sight[],
  { approvedAt, rejectedAt, promiseMs }: { approvedAt: number; rejectedAt: number; promiseMs: number },
): void {
  const late = (from: number, to: number) => seen.filter(({ at }) => at >= from + promiseMs && at < to)
  const withIt = late(approvedAt, rejectedAt - 500)
  const without = late(rejectedAt, Number.POSITIVE_INFINITY)
  expect(withIt.length).toBeGreaterThan(10)
  expect(withIt.filter(({ shown }) => !shown)).toEqual([])
  expect(without.length).toBeGreaterThan(10)
  expect(without.filter(({ shown }) => shown)).toEqual([])
}
