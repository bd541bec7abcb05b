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
