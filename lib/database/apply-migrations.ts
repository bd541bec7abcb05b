import pg from 'pg'
import { engineAdapters } from './engine-adapter'
import type { MigrateAnswer, MigrateRequest } from './migrate-request'
import { engineList, type Migration, readMigrations } from './migrations-folder'
import { everything, openSchemaEngine } from './schema-engine'

/**
 * The first line of a migration that PostgreSQL refuses inside a transaction, such as a single
 * `create index concurrently`. If such a one fails, what it left and its record have to be looked at by hand.
 */
const outsideTransaction = '-- outside a transaction'

/**
 * Applies migrations with Prisma's engine, in order. The engine records what it does in `_prisma_migrations`
 * with several statements; here they and the migration share one transaction, so that a failure or a kill at
 * any moment leaves either all of a migration, recorded as finished, or nothing of it.
 */
export async function applyMigrations({ url, folder, pending }: MigrateRequest): Promise<MigrateAnswer> {
  // One connection, so that the transaction begun here is the one the engine works in.
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: 'tribune migrate',
  })
  const migrations = await readMigrations(folder)
  let scriptError: string | null = null
  const engine = await openSchemaEngine(engineAdapters(pool, (what) => (scriptError = what)))
  const applied: string[] = []
  try {
    for (const migration of migrations.filter(({ name }) => pending.includes(name))) {
      const visible = migrations.filter(({ name }) => name <= migration.name || !pending.includes(name))
      const failure = await applyOne(pool, migration, async () =>
        engine.applyMigrations({ migrationsList: await engineList(folder, visible), filters: everything }),
      )
      if (failure) return { applied, failed: { migration: migration.name, detail: scriptError ?? failure } }
      applied.push(migration.name)
    }
    return { applied, failed: null }
  } finally {
    await pool.end()
  }
}

/** Null, or why it failed. */
async function applyOne(
  pool: pg.Pool,
  { sql }: Migration,
  apply: () => Promise<unknown>,
): Promise<string | null> {
  const alone = sql.startsWith(outsideTransaction)
  try {
    if (!alone) await pool.query('begin')
    await apply()
    if (!alone) await pool.query('commit')
    return null
  } catch (error) {
    if (!alone) await pool.query('rollback')
    return error instanceof Error ? error.message : String(error)
  }
}
