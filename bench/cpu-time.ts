import { treeOf } from './process-tree'

// What Linux counts in, whatever the kernel's own clock: USER_HZ.
const ticksPerSecond = 100

/** Milliseconds of processor time that a process and what it started have had; 0 where there is no /proc. */
export async function cpuTimeOf(pid: number): Promise<number> {
  const tree = await treeOf(pid)
  return tree.reduce((sum, { ticks }) => sum + ticks, 0) * (1000 / ticksPerSecond)
}
