import { setTimeout as pause } from 'node:timers/promises'
import { postgresOf } from '@/e2e/process/running'
import { numberText } from './figures'
import type { Finding, Part } from './part'
import { memoryOf, treeOf } from './process-tree'
import { type Site, startSite } from './site'
import { single, targets } from './targets'

const settleMs = 30_000

/** Memory of processes of one kind, in megabytes. */
export type Share = { name: string; processes: number; megabytes: number }

export const memory: Part = { title: 'Memory when nobody reads', needs: [], measure }

async function measure(): Promise<Finding> {
  const first = await startSite({ withNpm: true })
  await pause(settleMs)
  const afterFirst = await memoryOfSite(first)
  await first.program.stop()
  const later = await startSite({ withNpm: true, dataDir: first.dataDir })
  await pause(settleMs)
  const afterLater = await memoryOfSite(later)
  const [before, after] = [totalOf(afterFirst), totalOf(afterLater)]
  return {
    tables: [
      { title: 'First start, with the demonstration loaded', rows: rowsOf(afterFirst) },
      { title: 'A later start', rows: rowsOf(afterLater) },
    ],
    notes: [
      `npm start with everything it runs, PostgreSQL and npm included, ${settleMs / 1000} s after it was ready: PSS, of which shared memory is counted once. The greater of the two counts.`,
    ],
    figures: [single(targets.idle, Math.max(before, after))],
    raw: { afterFirst, afterLater },
  }
}

/** What a site's processes use, the greatest share first: PostgreSQL's apart from the others. */
export async function memoryOfSite(site: Site): Promise<Share[]> {
  const postgres = await postgresOf(site.dataDir)
  const own = await treeOf(site.program.pid, postgres)
  const database = postgres === null ? [] : await treeOf(postgres)
  const named = [
    ...own.map(({ pid, command }) => ({ pid, name: shortened(command) })),
    ...database.map(({ pid }) => ({ pid, name: 'PostgreSQL' })),
  ]
  const shares = new Map<string, Share>()
  for (const { pid, name } of named) {
    const megabytes = (await memoryOf(pid)) / 1e6
    const known = shares.get(name) ?? { name, processes: 0, megabytes: 0 }
    shares.set(name, { name, processes: known.processes + 1, megabytes: known.megabytes + megabytes })
  }
  return [...shares.values()].sort((a, b) => b.megabytes - a.megabytes)
}

export function totalOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { megabytes }) => sum + megabytes, 0)
}

function rowsOf(shares: readonly Share[]): string[][] {
  return [
    ['', 'processes', 'MB'],
    ...shares.map(({ name, processes, megabytes }) => [name, String(processes), numberText(megabytes, 1)]),
    [
      'all',
      String(shares.reduce((sum, { processes }) => sum + processes, 0)),
      numberText(totalOf(shares), 1),
    ],
  ]
}

/** A command without the folders of this machine. */
function shortened(command: string): string {
  return command
    .split(' ')
    .map((word) => word.replace(/^\/.*\//, ''))
    .join(' ')
    .slice(0, 60)
}
