import { readdir, readFile } from 'node:fs/promises'

export type Process = { pid: number; parent: number; ticks: number; command: string }

/**
 * A process and everything it started that still lives, children and grandchildren, but for `without` and what that
 * started; empty where there is no /proc.
 */
export async function treeOf(root: number, without: number | null = null): Promise<Process[]> {
  const all = await Promise.all((await pids()).map(readProcess))
  const wanted = new Set([root])
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size
    for (const { pid, parent } of all) if (wanted.has(parent) && pid !== without) wanted.add(pid)
  }
  return all.filter(({ pid }) => wanted.has(pid))
}

/** Bytes of memory that are a process's own, with its part of what it shares; 0 for one that has ended. */
export async function memoryOf(pid: number): Promise<number> {
  const text = await read(`/proc/${pid}/smaps_rollup`)
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024
}

async function pids(): Promise<string[]> {
  return readdir('/proc').then(
    (names) => names.filter((name) => /^\d+$/.test(name)),
    () => [],
  )
}

async function readProcess(pid: string): Promise<Process> {
  const [stat, command] = await Promise.all([read(`/proc/${pid}/stat`), read(`/proc/${pid}/cmdline`)])
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    pid: Number(pid),
    parent: Number(fields[1]),
    ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0),
    command: command.replaceAll('\0', ' ').trim(),
  }
}

// A process may end between its being listed and read.
async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
