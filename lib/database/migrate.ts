import { fork } from 'node:child_process'
import pg from 'pg'
import { z } from 'zod'
import { done, type Outcome, refused } from '@/lib/outcome'
import { ownProgram } from '@/lib/own-program'
import { MigrateAnswer, type MigrateRequest } from './migrate-request'
import { migrationsFolder, readMigrations } from './migrations-folder'
import type { MigrationRefusal } from './refusal'

/** An arbitrary pair of numbers that nothing else in the database uses: "TRIB" in ASCII, and 2. */
const lock = [0x54524942, 2]

/**
 * The migrations of the folder that the database does not have yet, in order. Waits while another process
 * migrates. Refuses a database that holds a migration the folder does not know (`newer-data`) or one that was
 * begun and not finished (`failed-migration`). `url` must lead to PostgreSQL itself, not to a pooler.
 */
export async function pendingMigrations(
  url: string,
  folder: string = migrationsFolder,
): Promise<Outcome<string[], MigrationRefusal>> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock_shared($1, $2)', lock)
    return findPending(client, folder)
  })
}

/**
 * Brings the database up to date and returns what it applied. Only one process does so at a time; the others
 * wait and find nothing left. Each migration happens whole or not at all, and those before a failed one stay.
 */
export async function migrate(
  url: string,
  folder: string = migrationsFolder,
): Promise<Outcome<string[], MigrationRefusal>> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1, $2)', lock)
    const pending = await findPending(client, folder)
    if (!pending.ok || pending.value.length === 0) return pending
    return applyInProcess({ url, folder, pending: pending.value })
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tribune migrate',
    connectionTimeoutMillis: 10_000,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    // The end of the connection is also the end of the lock.
    await client.end()
  }
}

async function findPending(client: pg.Client, folder: string): Promise<Outcome<string[], MigrationRefusal>> {
  const known = (await readMigrations(folder)).map(({ name }) => name)
  const recorded = await readRecorded(client)
  const failed = recorded.find(({ finished_at }) => finished_at === null)
  if (failed)
    return refused({ error: 'failed-migration', migration: failed.migration_name, detail: failed.logs ?? '' })
  const applied = recorded.map(({ migration_name }) => migration_name)
  const unknown = applied.find((name) => !known.includes(name))
  if (unknown) return refused({ error: 'newer-data', migration: unknown })
  return done(known.filter((name) => !applied.includes(name)))
}

const Recorded = z.array(
  z.object({ migration_name: z.string(), finished_at: z.date().nullable(), logs: z.string().nullable() }),
)

async function readRecorded(client: pg.Client): Promise<z.infer<typeof Recorded>> {
  const table = await client.query("select to_regclass('_prisma_migrations') is not null as there")
  if (table.rows[0]?.there !== true) return []
  const { rows } = await client.query(
    'select migration_name, finished_at, logs from _prisma_migrations where rolled_back_at is null order by migration_name',
  )
  return Recorded.parse(rows)
}

/** In a process of its own, because the WebAssembly engine's memory would stay with the server for good. */
function applyInProcess(request: MigrateRequest): Promise<Outcome<string[], MigrationRefusal>> {
  const { file, execArgv } = ownProgram(import.meta.url, 'migrate-process', './migrate-process.ts')
  const child = fork(file, { execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
  child.send(request)
  return new Promise((resolve) => {
    let answer: unknown
    child.on('message', (message) => (answer = message))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) =>
      resolve(asOutcome(answer, `${output.trim()}\n(it ended with code ${code})`.trim())),
    )
  })
}

function asOutcome(answer: unknown, output: string): Outcome<string[], MigrationRefusal> {
  const parsed = MigrateAnswer.safeParse(answer)
  if (!parsed.success) return refused({ error: 'migration-error', migration: null, detail: output })
  const { applied, failed } = parsed.data
  return failed ? refused({ error: 'migration-error', ...failed }) : done(applied)
}
