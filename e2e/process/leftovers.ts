import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask, leftRunning } from './running'
import { project } from './site'

/** What jobs work off by the minute, whatever anybody asks for: the demonstration has just been loaded. */
const workedOff = ['ChangedArticle', 'OtherViewDue', 'PastRank', 'TextPrint']

/** The rows of every table but those that the clock empties and fills. */
export async function countRows(dataDir: string): Promise<Record<string, number>> {
  const tables = await ask<{ name: string }>(
    dataDir,
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.filter(({ name }) => !workedOff.includes(name))) {
    const [row] = await ask<{ count: number }>(dataDir, `select count(*)::int as count from "${name}"`)
    counts[name] = row?.count ?? 0
  }
  return counts
}

/** Every file of the builds and of the data directory, but for those of PostgreSQL. */
export async function listFiles(dataDir: string): Promise<string[]> {
  const names = (await readdir(dataDir)).filter((name) => !name.startsWith('postgres'))
  const folders = [join(project, '.next', 'builds'), ...names.map((name) => join(dataDir, name))]
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const inside = await readdir(folder, { recursive: true }).catch(() => [])
      return [folder, ...inside.map((name) => join(folder, name))]
    }),
  )
  return listed.flat().sort()
}

/** What every process of the site but PostgreSQL has in memory, where there is a /proc to say so. */
export async function residentMegabytes(dataDir: string): Promise<number> {
  let kilobytes = 0
  for (const line of await leftRunning(dataDir)) {
    const [pid = '', program = ''] = line.split(' ')
    if (!program.includes('node')) continue
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
  }
  return kilobytes / 1024
}
