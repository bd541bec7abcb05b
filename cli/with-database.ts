import { useEmbedded } from '@/lib/database/join'
import { migrate } from '@/lib/database/migrate'
import { startRefusalSentence } from '@/lib/database/refusal'
import { isAccessDenied, isDatabaseAway } from '@/lib/database-away'
import { type Env, readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'

/**
 * Does a command's work with the site's database: the one that runs, or one started for it and stopped after.
 * Returns the work's exit code, or 1 with a sentence when there is no database to work with.
 */
export async function withDatabase(work: (env: Env) => Promise<number>): Promise<number> {
  const read = readEnv(process.env)
  if (!read.ok) return say(read.problems.join('\n'))
  const env = read.value
  shared().env = env
  const connected = (url: string, directUrl: string) => connect(url, directUrl, () => work(env))
  if (env.DATABASE_URL) return connected(env.DATABASE_URL, env.DATABASE_DIRECT_URL ?? env.DATABASE_URL)
  const used = await useEmbedded({ dataDir: env.DATA_DIR, log: () => {} }, ({ url }) => connected(url, url))
  return used.ok ? used.value : say(startRefusalSentence(used))
}

async function connect(url: string, directUrl: string, work: () => Promise<number>): Promise<number> {
  const migrated = await migrate(directUrl).catch((error: unknown) => {
    if (isDatabaseAway(error) || isAccessDenied(error)) return null
    throw error
  })
  if (!migrated) return say('The database cannot be reached. Look at DATABASE_URL and DATABASE_DIRECT_URL.')
  if (!migrated.ok) return say(startRefusalSentence(migrated))
  const db = openDatabase(url, 2)
  try {
    return await work()
  } finally {
    await db.$disconnect()
  }
}

function say(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
