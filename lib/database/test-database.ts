import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'

export type TestDatabase = { url: string; pool: pg.Pool }

/**
 * Gives a test file a database of its own, cloned from the migrated template, and opens it as the process's
 * database with the default settings; `RATE_LIMITS` is off unless asked for.
 */
export function useTestDatabase(variables: Record<string, string> = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(inject('templateUrl'))
  const url = new URL(template)
  url.pathname = `/${name}`
  const database: TestDatabase = { url: url.href, pool: new pg.Pool({ connectionString: url.href, max: 4 }) }
  beforeAll(async () => {
    await administer(template, `create database ${name} template ${template.pathname.slice(1)}`)
    const read = readEnv({
      RATE_LIMITS: 'off',
      AUTH_SECRET: 'a secret for tests, thirty-two long',
      ...variables,
    })
    if (!read.ok) throw new Error(read.problems.join('\n'))
    shared().env = read.value
    openDatabase(url.href, 10)
  })
  afterAll(async () => {
    await shared().db?.$disconnect()
    await database.pool.end()
    // The next file in this process begins with nothing. The database goes with its server: dropping it would wait for the disk.
    for (const name of Object.keys(shared())) Reflect.deleteProperty(shared(), name)
  })
  return database
}

async function administer(template: URL, statement: string): Promise<void> {
  const maintenance = new URL(template)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    // Cloning needs the template to itself for a moment; two files cloning at once take turns.
    await client.query('select pg_advisory_lock(711)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
