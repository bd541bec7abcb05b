import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { testFolder } from '@/lib/database/test-place'
import { dbDiff, nextStamp } from './db-diff'

const now = new Date('2026-11-23T15:04:05Z')

const schema = `datasource db {
  provider = "postgresql"
}

model Paper {
  id     Int                      @id @default(autoincrement())
  name   String
  search Unsupported("tsvector")? @default(dbgenerated("to_tsvector('english'::regconfig, name)"))

  @@index([search], type: Gin)
}
`

/** What Prisma makes of the schema, and what it cannot say. */
const byHand = `create table "Paper" (id serial, name text not null, constraint "Paper_pkey" primary key (id),
  search tsvector generated always as (to_tsvector('english'::regconfig, name)) stored);
create index "Paper_search_idx" on "Paper" using gin (search);
create index "Paper_long" on "Paper" (name) where length(name) > 20;
create unique index "Paper_lower" on "Paper" (lower(name));
alter table "Paper" add constraint "Paper_named" check (name <> ';');
create view papers as select id from "Paper";
create sequence numbers;
create function keep() returns trigger language plpgsql as $$ begin return new; end; $$;
create trigger "Paper_keep" before update on "Paper" for each row execute function keep();
`

let dataDir: string
let said: string[]

beforeEach(async () => {
  dataDir ??= await testFolder()
  said = []
}, 30_000)

describe('tribune db diff', { timeout: 30_000 }, () => {
  test('does not undo what was written by hand because Prisma cannot say it', async () => {
    const at = await project(schema)
    expect(await dbDiff({ name: 'nothing_new' }, at)).toBe(0)
    expect(said.join('\n')).toContain('nothing to write')
    expect(await readdir(at.folder)).toEqual(['20260101000000_first', 'migration_lock.toml'])
  })

  test('writes what leads to the schema as the next migration, which then leaves nothing to write', async () => {
    const at = await project(schema.replace('name   String', 'name   String\n  pages  Int @default(4)'))
    expect(await dbDiff({ name: 'count_pages' }, at)).toBe(0)
    const sql = await readFile(join(at.folder, '20261123150405_count_pages', 'migration.sql'), 'utf8')
    expect(sql).toContain('ALTER TABLE "Paper" ADD COLUMN     "pages" INTEGER NOT NULL DEFAULT 4;')
    expect(sql).not.toMatch(/drop/i)
    expect(said.join('\n')).toContain(sql.trimEnd())
    expect(await dbDiff({ name: 'again' }, at)).toBe(0)
    expect(said.at(-1)).toContain('nothing to write')
  })

  test('without a name only prints', async () => {
    const at = await project(schema.replace('name   String', 'name   String\n  pages  Int @default(4)'))
    expect(await dbDiff({}, at)).toBe(0)
    expect(said.join('\n')).toContain('ADD COLUMN')
    expect(await readdir(at.folder)).toHaveLength(2)
  })

  test('says which migration does not apply, and writes nothing', async () => {
    const at = await project(schema, 'create table "Paper" (id int);\ncreate tabel x (id int);')
    expect(await dbDiff({ name: 'more' }, at)).toBe(1)
    expect(said.join('\n')).toContain('syntax error at or near "tabel" (line 2)')
  })

  test('refuses a name that would not be a folder’s', async () => {
    expect(await dbDiff({ name: '../else' }, { log: (line) => said.push(line) })).toBe(2)
  })

  test('gives a migration a later name than the last one, even when the clock is behind', () => {
    expect(nextStamp(now, '20261123150404_last')).toBe('20261123150405')
    expect(nextStamp(now, '20261231235959_last')).toBe('20270101000000')
  })
})

async function project(prismaSchema: string, sql = byHand) {
  const root = await testFolder()
  const folder = join(root, 'migrations')
  await mkdir(join(folder, '20260101000000_first'), { recursive: true })
  await writeFile(join(folder, '20260101000000_first', 'migration.sql'), sql)
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  const schemaFile = join(root, 'schema.prisma')
  await writeFile(schemaFile, prismaSchema)
  return { dataDir, folder, schemaFile, now, log: (line: string) => said.push(line) }
}
