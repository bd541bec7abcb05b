import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diffMigrations } from '@/lib/database/diff'
import { useEmbedded } from '@/lib/database/join'
import { migrationsFolder, readMigrations } from '@/lib/database/migrations-folder'
import { startRefusalSentence } from '@/lib/database/refusal'

type Surroundings = {
  dataDir: string
  folder: string
  schemaFile: string
  now: Date
  log(line: string): void
}

/**
 * `tribune db diff --name INTENT`: prints the SQL that leads from the migrations to `prisma/schema.prisma`, and
 * with a name writes it as the next migration, to be read and completed by hand before it is committed. Without
 * a name nothing is written. It works in an empty database beside the embedded one, which it never touches.
 * Returns the exit code: 0, also when there is no difference; 1 when it cannot be done; 2 for a name that is
 * not made of lower-case letters, digits and underscores.
 */
export async function dbDiff(args: { name?: string }, given: Partial<Surroundings> = {}): Promise<number> {
  const at = { ...usual(), ...given }
  if (args.name !== undefined && !/^[a-z0-9_]{1,60}$/.test(args.name)) {
    at.log(
      'The name says the intent in lower-case letters, digits and underscores, such as add_reader_language.',
    )
    return 2
  }
  const schema = await readFile(at.schemaFile, 'utf8')
  const used = await useEmbedded(at, ({ connection }) => diffMigrations(connection, schema, at.folder))
  const diff = used.ok ? used.value : used
  if (!diff.ok) {
    at.log(startRefusalSentence(diff))
    return 1
  }
  if (diff.value === '') at.log('The migrations make what the schema says; there is nothing to write.')
  else await show(diff.value, args.name, at)
  return 0
}

async function show(
  sql: string,
  name: string | undefined,
  { folder, now, log }: Surroundings,
): Promise<void> {
  log(sql.trimEnd())
  if (name === undefined) return
  const last = (await readMigrations(folder)).at(-1)?.name ?? ''
  const place = join(folder, `${nextStamp(now, last)}_${name}`)
  await mkdir(place)
  await writeFile(join(place, 'migration.sql'), sql)
  log(`\nWritten to ${join(place, 'migration.sql')}. Read it before you commit it.`)
}

/** The time in UTC as YYYYMMDDHHMMSS; a second after the last migration where the clock is behind it. */
export function nextStamp(now: Date, lastName: string): string {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const last = lastName.slice(0, 14)
  if (stamp > last) return stamp
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)(..)(..)(..)$/.exec(last) ?? []
  const after = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).getTime() + 1_000
  return new Date(after).toISOString().replace(/\D/g, '').slice(0, 14)
}

function usual(): Surroundings {
  return {
    dataDir: process.env.DATA_DIR || '.data',
    folder: migrationsFolder,
    schemaFile: join(migrationsFolder, '..', 'schema.prisma'),
    now: new Date(),
    log: (line) => console.log(line),
  }
}
