import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Connection } from './connection'
import { engineAdapters, type Shadow } from './engine-adapter'
import { engineList, migrationsFolder, readMigrations } from './migrations-folder'
import type { MigrationRefusal } from './refusal'
import { everything, openSchemaEngine } from './schema-engine'

/**
 * The SQL that leads from what the folder's migrations make to what the Prisma schema says; empty when they say
 * the same. The migrations are applied to an empty database on the given server, which is dropped at the end,
 * so that user must be allowed to create one. Refuses with the error when a migration does not apply.
 *
 * Prisma does not see views, functions, triggers, checks, sequences, and partial or expression indexes, and
 * never drops them. It does see a generated column (declare it as Unsupported, with its expression as
 * `@default(dbgenerated(...))`, or it is dropped) and an index with INCLUDE (taken for one over all columns).
 */
export async function diffMigrations(
  server: Connection,
  schema: string,
  folder: string = migrationsFolder,
): Promise<Outcome<string, MigrationRefusal>> {
  const pool = new pg.Pool({ ...server, database: 'postgres', max: 2 })
  let scriptError: string | null = null
  const onScriptError = (what: string) => (scriptError = what)
  try {
    const engine = await openSchemaEngine(
      engineAdapters(pool, onScriptError, () => openShadow(pool, server)),
      schema,
    )
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await engineList(folder, await readMigrations(folder))) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: everything,
    })
    return done(stdout?.startsWith('-- This is an empty migration.') ? '' : (stdout ?? ''))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refused({ error: 'migration-error', migration: null, detail: scriptError ?? error.message })
  } finally {
    await pool.end()
  }
}

async function openShadow(admin: pg.Pool, server: Connection): Promise<Shadow> {
  const database = `tribune_diff_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${database} template template0`)
  const pool = new pg.Pool({ ...server, database, max: 2 })
  return {
    pool,
    async drop() {
      await pool.end()
      await admin.query(`drop database ${database} with (force)`)
    },
  }
}
