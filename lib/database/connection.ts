import pg from 'pg'
import { databaseUser } from './initdb'
import type { Place } from './place'

export type Connection = { host: string; port: number; user: string; password: string; database: string }

/** The way to a database of this place's server. */
export function connectionTo(place: Place, port: number, database: string): Connection {
  return { host: '127.0.0.1', port, user: databaseUser, password: place.password, database }
}

export function connectionUrl({ host, port, user, password, database }: Connection): string {
  return `postgresql://${user}:${password}@${host}:${port}/${database}`
}

/** A connection of its own, outside any pool. Its loss is told by the event `end`, never by a crash. */
export async function connect(to: Connection, name: string): Promise<pg.Client> {
  const client = new pg.Client({ ...to, application_name: name, connectionTimeoutMillis: 5_000 })
  // Without a listener an error would end the process; `end` follows it.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
