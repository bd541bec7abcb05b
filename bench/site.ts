import { databaseOf, postgresOf } from '@/e2e/process/running'
import { plainEnvironment, project } from '@/e2e/process/site'
import { freePort } from '@/lib/database/free-port'
import { readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'
import { ownCores } from './cores'
import { atEnd } from './endings'
import { newDataDir } from './folder'
import { treeOf } from './process-tree'
import { outputOf, type Program, startProgram, untilProgram } from './program'

export type Site = { program: Program; port: number; origin: string; dataDir: string }
export type SiteOptions = {
  dataDir?: string
  /** Processes that serve. */
  workers?: number
  /** Where all of it runs but PostgreSQL, which may run anywhere. */
  cores?: readonly number[]
  /** `npm start`, with npm and all, in the place of what it runs. */
  withNpm?: boolean
  nodeOptions?: readonly string[]
  variables?: Record<string, string>
}

/** Nobody signs in as the administrator of a measured site. */
const administrator = { ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }

/**
 * Starts the site as an operator does, with the demonstration newsroom and without paces. Resolves when it serves and
 * has made its pictures' sizes, which it does once: what is measured then is the site at its daily work. With npm it
 * resolves when it serves.
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { workers = 1, cores, withNpm = false, nodeOptions = [], variables = {} } = options
  const dataDir = options.dataDir ?? (await newDataDir())
  const port = await freePort()
  const env = {
    ...plainEnvironment(),
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port), RATE_LIMITS: 'off' },
    ...{ WEB_CONCURRENCY: String(workers), TRUSTED_PROXIES: '127.0.0.1', ...administrator, ...variables },
  }
  const [file, args] = withNpm ? ['npm', ['start']] : [process.execPath, [...nodeOptions, 'bin/start.mjs']]
  const program = startProgram(file, args, { cwd: project, env, ...(cores ? { cores } : {}) })
  await untilProgram('the site was ready', program, () => program.said().includes('Ready on '))
  if (cores) await release(await postgresOf(dataDir))
  if (!withNpm) await untilPicturesAreMade(program)
  return { program, port, origin: `http://127.0.0.1:${port}`, dataDir }
}

/** Opens a site's database in this process, for what is to be made or changed there directly. */
export async function openDatabaseOf(site: Site): Promise<void> {
  const read = readEnv({ RATE_LIMITS: 'off', DATA_DIR: site.dataDir })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  shared().env = read.value
  const opened = openDatabase(await databaseOf(site.dataDir), 4)
  atEnd(() => opened.$disconnect())
}

/** Their process begins soon after the site serves, and ends when it had nothing to do for some seconds. */
async function untilPicturesAreMade(program: Program): Promise<void> {
  let idleSince = performance.now()
  await untilProgram('the pictures were made', program, async () => {
    const tree = await treeOf(program.pid)
    if (tree.some(({ command }) => command.includes('encode-pictures'))) idleSince = performance.now()
    return performance.now() - idleSince > 3_000
  })
}

/** PostgreSQL was started on the site's cores and may leave them. */
async function release(postgres: number | null): Promise<void> {
  if (postgres === null || process.platform !== 'linux') return
  const everywhere = (await ownCores()).join(',')
  for (const { pid } of await treeOf(postgres))
    await outputOf('taskset', ['--all-tasks', '--cpu-list', '--pid', everywhere, String(pid)])
}
