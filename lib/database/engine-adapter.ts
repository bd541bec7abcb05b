import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

export type EngineAdapters = SqlMigrationAwareDriverAdapterFactory

/** The type `"char"` of PostgreSQL's own catalogue. */
const charOid = 18
const textOid = 25

/**
 * Prisma's adapter over a pool, mended in two places for the schema engine. It cuts a script at every
 * semicolon, also inside a function's body or a text: here a script is sent whole. And it does not know the type
 * `"char"`, in which PostgreSQL's catalogue answers what the engine asks when it compares. The engine's own words
 * for an error in a script are poor; `onScriptError` gets PostgreSQL's. `shadow` opens a database to throw away.
 */
export function engineAdapters(
  pool: pg.Pool,
  onScriptError: (what: string) => void,
  shadow: () => Promise<Shadow> = noShadow,
): EngineAdapters {
  const { provider, adapterName } = new PrismaPg(pool)
  return {
    provider,
    adapterName,
    connect: () => mendedAdapter(pool, onScriptError),
    async connectToShadowDb() {
      const { pool, drop } = await shadow()
      return Object.assign(await mendedAdapter(pool, onScriptError), { dispose: drop })
    },
  }
}

/** An empty database for the engine to apply migrations to; `drop` ends the pool and the database. */
export type Shadow = { pool: pg.Pool; drop(): Promise<void> }

/** Which columns of a result, known by its rows, were of the type the adapter does not know. */
const charColumns = new WeakMap<object, number[]>()

async function mendedAdapter(pool: pg.Pool, onScriptError: (what: string) => void) {
  const query = pool.query.bind(pool)
  const mendedPool = Object.assign(pool, {
    async query(config: pg.QueryConfig) {
      const result = await query(config)
      const columns = result.fields.flatMap(({ dataTypeID }, index) =>
        dataTypeID === charOid ? [index] : [],
      )
      for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid
      if (columns.length > 0) charColumns.set(result.rows, columns)
      return result
    },
  })
  const adapter = await new PrismaPg(mendedPool).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    async queryRaw(asked: Parameters<typeof queryRaw>[0]) {
      const result = await queryRaw(asked)
      for (const index of charColumns.get(result.rows) ?? [])
        result.columnTypes[index] = ColumnTypeEnum.Character
      return result
    },
    async executeScript(script: string) {
      try {
        await query(script)
      } catch (error) {
        onScriptError(inWords(script, error))
        throw error
      }
    },
  })
}

function inWords(script: string, error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!(error instanceof pg.DatabaseError) || !error.position) return error.message
  return `${error.message} (line ${script.slice(0, Number(error.position)).split('\n').length})`
}

function noShadow(): Promise<Shadow> {
  return Promise.reject(new Error('this engine has no database to throw away'))
}
