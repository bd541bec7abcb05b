import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { errorCode } from './error-code'

/** One folder of `prisma/migrations`, in Prisma's own form. */
export type Migration = { name: string; sql: string }

/** Everything of ours runs with the project's folder as its own. */
export const migrationsFolder = resolve('prisma', 'migrations')

/** The migrations in the order they are applied: by name, which begins with the time they were written. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

/** Migrations as the schema engine takes them. */
export async function engineList(folder: string, migrations: readonly Migration[]) {
  const path = 'migration_lock.toml'
  return {
    baseDir: folder,
    lockfile: { path, content: await readIfThere(join(folder, path)) },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
