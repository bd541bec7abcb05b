import type pg from 'pg'
import type { VersionOf } from './versions'

/** A connection that is asked from several sides. */
export type Line = {
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<pg.QueryResult<Row>>
}

/** Asks a connection one question after the other, as pg wants it. */
export function inTurn(client: pg.Client): Line {
  let last: Promise<unknown> = Promise.resolve()
  return {
    query(sql, values) {
      const answer = last.then(() => client.query(sql, values))
      last = answer.catch(() => undefined)
      return answer
    },
  }
}

/** What an announcement says: a topic and its version on each line. Lines that say neither are nothing. */
export function readPayload(payload: string): VersionOf {
  const versions = new Map<string, number>()
  for (const line of payload.split('\n')) {
    const gap = line.lastIndexOf(' ')
    const version = Number(line.slice(gap + 1))
    if (gap > 0 && Number.isSafeInteger(version)) versions.set(line.slice(0, gap), version)
  }
  return versions
}

/** The versions of some topics; one that never moved is not among them. */
export async function readVersions(line: Line, names: readonly string[]): Promise<VersionOf> {
  const { rows } = await line.query<{ name: string; version: string }>(
    'select name, version::text from "Topic" where name = any($1::text[])',
    [names],
  )
  return new Map(rows.map((row) => [row.name, Number(row.version)]))
}

/** The oldest transaction that is still open: all below it have ended. */
export async function readMoment(line: Line): Promise<string> {
  const { rows } = await line.query<{ moment: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as moment',
  )
  const moment = rows[0]?.moment
  if (moment === undefined) throw new Error('a moment without a snapshot')
  return moment
}

/** The versions of some topics, if none of them has moved since a moment. */
export async function readUnmoved(
  line: Line,
  moment: string,
  names: readonly string[],
): Promise<VersionOf | undefined> {
  const { rows } = await line.query<{ name: string; version: string; moved: boolean }>(
    'select name, version::text, xid >= $2::xid8 as moved from "Topic" where name = any($1::text[])',
    [names, moment],
  )
  if (rows.some(({ moved }) => moved)) return undefined
  const versions = new Map(rows.map((row) => [row.name, Number(row.version)]))
  return new Map(names.map((name) => [name, versions.get(name) ?? 0]))
}

/**
 * What changed since `since`, the oldest transaction that was still open at the previous catch-up. Every transaction
 * below it had ended by then, so whatever committed afterwards, in whichever order, is at or above it. One statement,
 * so that rows and `until` come from one snapshot. Without `since` nothing is held yet, and only `until` is wanted.
 */
export async function readSince(
  line: Line,
  since: string | undefined,
): Promise<{ versions: VersionOf; until: string }> {
  const { rows } = await line.query<{ until: string; name: string | null; version: string | null }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as until, topic.name, topic.version::text
     from (select 1) as always left join "Topic" as topic on topic.xid >= $1::xid8`,
    [since ?? null],
  )
  const versions = new Map<string, number>()
  for (const { name, version } of rows) if (name !== null) versions.set(name, Number(version))
  const until = rows[0]?.until
  if (until === undefined) throw new Error('a catch-up without a snapshot')
  return { versions, until }
}
