import { startEmbedded } from '@/lib/database/embedded'
import { startRefusalSentence } from '@/lib/database/refusal'
import { ask } from './running'

/** A fingerprint of every table of the running database of a data directory, with how many rows it has. */
export async function contents(dataDir: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    dataDir,
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const all: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await ask<{ print: string }>(
      dataDir,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    )
    all[name] = row?.print ?? ''
  }
  return all
}

/** The same of a data directory whose site does not run: only its database is started, and stopped again. */
export async function contentsAtRest(dataDir: string): Promise<Record<string, string>> {
  const started = await startEmbedded({ dataDir, log: () => undefined })
  if (!started.ok) throw new Error(startRefusalSentence(started))
  try {
    return await contents(dataDir)
  } finally {
    await started.value.stop()
  }
}
