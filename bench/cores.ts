import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'

/** Which cores the servers of a measurement get and which its load; `apart` says whether they share none. */
export type Layout = { servers: readonly number[]; load: readonly number[]; apart: boolean }

/** Servers get a core for each worker, and load what is left of the cores; with none left all share all. */
export function layoutOf(cores: readonly number[], workers: number): Layout {
  const servers = cores.slice(0, workers)
  const load = cores.slice(workers)
  return load.length > 0 ? { servers, load, apart: true } : { servers: cores, load: cores, apart: false }
}

/** The cores that this process may use. */
export async function ownCores(): Promise<number[]> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const list = /^Cpus_allowed_list:\s+(\S+)/m.exec(status)?.[1]
  return list ? readCoreList(list) : [...Array(availableParallelism()).keys()]
}

/** A list as Linux writes it, such as `0-2,5`. */
export function readCoreList(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

/** A command as it runs on these cores only. */
export function pinned(cores: readonly number[], file: string, args: readonly string[]): [string, string[]] {
  if (process.platform !== 'linux') return [file, [...args]]
  return ['taskset', ['--cpu-list', cores.join(','), file, ...args]]
}
