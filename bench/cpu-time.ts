import { treeOf } from './process-tree'

// What Linux counts in, whatever the kernel's own clock: USER_HZ.
const ticksPerSecond = 100

/** Milliseconds of processor time that a process and what it started, but for `without`, have had. */
export async function cpuTimeOf(pid: number, without: number | null = null): Promise<number> {
  const tree = await treeOf(pid, without)
  return tree.reduce((sum, { ticks }) => sum + ticks, 0) * (1000 / ticksPerSecond)
}
