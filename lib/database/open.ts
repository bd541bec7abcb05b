import type { Env } from '@/lib/env'
import { done, type Outcome } from '@/lib/outcome'
import { startEmbedded } from './embedded'
import type { StartRefusal } from './refusal'

/** The database this process works with: `direct` is for LISTEN, migrations and locks, which no pooler carries. */
export type OpenedDatabase = { url: string; directUrl: string; embedded: boolean; stop(): Promise<void> }

/** Starts the embedded PostgreSQL, or takes the one that DATABASE_URL names and starts nothing. */
export async function openDatabaseServer(
  env: Env,
  log: (line: string) => void,
): Promise<Outcome<OpenedDatabase, StartRefusal>> {
  if (env.DATABASE_URL) {
    return done({
      url: env.DATABASE_URL,
      directUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
      embedded: false,
      stop: async () => {},
    })
  }
  const started = await startEmbedded({ dataDir: env.DATA_DIR, log })
  if (!started.ok) return started
  const { url, stop } = started.value
  return done({ url, directUrl: url, embedded: true, stop })
}
