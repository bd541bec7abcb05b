import { treeOf } from './process-tree'

// What Linux counts in, whatever the kernel's own clock: USER_HZ.
const ticksPerSecond = 100

/** Milliseconds of processor time that each process has had, by its id. */
export type CpuTimes = ReadonlyMap<number, number>

/** Of these processes and everything they started that lives, but for `without` and what that started. */
export async function cpuTimesOf(roots: readonly number[], without: number | null = null): Promise<CpuTimes> {
  const trees = await Promise.all(roots.map((root) => treeOf(root, without)))
  return new Map(trees.flat().map(({ pid, ticks }) => [pid, ticks * (1000 / ticksPerSecond)]))
}

/** Milliseconds between two looks; what a process had that ended meanwhile is not known, and left out. */
export function cpuSpent(before: CpuTimes, after: CpuTimes): number {
  return [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0)
}
