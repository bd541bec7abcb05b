import { setTimeout as pause } from 'node:timers/promises'
import { postgresOf } from './running'
import { launchSite, type Site, startSite, untilReady, type Variables } from './site'
import { until } from './until'

export type Victim = 'web' | 'postgres' | 'both' | 'web while it starts'

/** A site whose processes are killed with SIGKILL. The web process is started again here; PostgreSQL never is. */
export type HuntedSite = {
  origin: string
  now(): Site
  /** Kills, and resolves when the site has said that it is ready again, if its web process was killed. */
  kill(victim: Victim, whileStartingMs: number): Promise<void>
  /** How many processes were killed. */
  killed(): number
}

export async function startHunted(dataDir: string, variables: Variables): Promise<HuntedSite> {
  const first = await startSite(variables)
  const same = { ...variables, PORT: String(first.port) }
  let site = first
  let killed = 0

  async function killPostgres(): Promise<void> {
    const pid = await until('a PostgreSQL to kill', () => postgresOf(dataDir), 30_000)
    process.kill(pid, 'SIGKILL')
    killed += 1
  }

  async function killWeb(): Promise<void> {
    site.signal('SIGKILL')
    killed += 1
    await site.ended
  }

  return {
    origin: first.origin,
    now: () => site,
    killed: () => killed,
    async kill(victim, whileStartingMs) {
      if (victim === 'postgres') return killPostgres()
      if (victim === 'both') await Promise.all([killPostgres(), killWeb()])
      else await killWeb()
      site = await launchSite(same)
      if (victim === 'web while it starts') {
        await pause(whileStartingMs)
        await killWeb()
        site = await launchSite(same)
      }
      await untilReady(site)
    },
  }
}
