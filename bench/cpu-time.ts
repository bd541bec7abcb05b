import { readdir, readFile } from 'node:fs/promises'

// What Linux counts in, whatever the kernel's own clock: USER_HZ.
const ticksPerSecond = 100

/** Milliseconds of processor time that a process and its living children have had; 0 where there is no /proc. */
export async function cpuTimeOf(pid: number): Promise<number> {
  const all = await Promise.all((await pids()).map(statOf))
  return (
    all.reduce((sum, { id, parent, ticks }) => (id === pid || parent === pid ? sum + ticks : sum), 0) *
    (1000 / ticksPerSecond)
  )
}

async function pids(): Promise<string[]> {
  return readdir('/proc').then(
    (names) => names.filter((name) => /^\d+$/.test(name)),
    () => [],
  )
}

async function statOf(pid: string): Promise<{ id: number; parent: number; ticks: number }> {
  // A process may end between its being listed and read.
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return {
    id: Number(pid),
    parent: Number(fields[1]),
    ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0),
  }
}
