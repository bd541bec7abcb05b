import type pg from 'pg'
import type { Heard } from './heard'

/**
 * Notes what changed while nobody of this site listened. The listener must be listening already, so that nothing falls
 * between. A database without the newest change that this site ever heard of, or with an older one in its place, is
 * not the one it was: then nothing stored before is vouched for.
 */
export async function fillGap(client: pg.Client, heard: Heard): Promise<void> {
  const last = await heard.last()
  const { rows } = await client.query<{ name: string; version: string }>(
    `select name, version::text from "Topic"
     where version >= $1::bigint or name = $2 or version = (select max(version) from "Topic")`,
    [last === undefined ? null : await versionAt(client, last.upTo - unsureClockMs), last?.newest[0] ?? ''],
  )
  const found = new Map(rows.map(({ name, version }) => [name, Number(version)]))
  if (last === undefined || (found.get(last.newest[0]) ?? 0) < last.newest[1]) await heard.startAnew()
  for (const [name, version] of found) heard.note(name, version)
}

/** This machine's clock and the database's may differ by so much, and so long may a change wait for its commit. */
const unsureClockMs = 3_600_000

async function versionAt(client: pg.Client, instant: number): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    'select topic_version_at(to_timestamp($1::float8 / 1000))::text as version',
    [instant],
  )
  return rows[0]?.version ?? '0'
}
