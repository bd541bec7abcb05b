import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Embedded } from './embedded'
import { migrate, pendingMigrations } from './migrate'
import { ask, started, testFolder } from './test-place'

const first = '20260101000000_first'
const second = '20260102000000_second'

let server: Embedded
let databases = 0

beforeAll(async () => {
  server = await started({ dataDir: await testFolder() })
}, 30_000)

describe('migrations', { timeout: 30_000 }, () => {
  test('are applied in order, once, and recorded as Prisma records them', async () => {
    const { url, folder } = await empty({
      '20260101000000_first': 'create table paper (id int);',
      '20260102000000_second': 'alter table paper add column name text;',
    })
    expect(await pendingMigrations(url, folder)).toMatchObject({ value: [first, second] })
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [first, second] })
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [] })
    expect(await pendingMigrations(url, folder)).toMatchObject({ value: [] })
    const rows = await ask(
      url,
      `select migration_name, applied_steps_count, length(checksum) as checksum, finished_at is not null as finished
       from _prisma_migrations order by migration_name`,
    )
    const record = { applied_steps_count: 1, checksum: 64, finished: true }
    expect(rows).toEqual([first, second].map((migration_name) => ({ migration_name, ...record })))
  })

  test('may hold functions, texts and comments with semicolons in them', async () => {
    const { url, folder } = await empty({
      [first]: `-- one; two
        create table paper (name text default ';' check (name <> 'a;b'));
        create function shout() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$;
        create trigger paper_shout before insert on paper for each row execute function shout();`,
    })
    expect(await migrate(url, folder)).toMatchObject({ ok: true })
    expect(await ask(url, "insert into paper values ('quiet;') returning name")).toEqual([{ name: 'QUIET;' }])
  })

  test('that fail leave nothing of themselves, keep those before, say where, and can be mended', async () => {
    const { url, folder } = await empty({
      [first]: 'create table paper (id int);',
      [second]: 'create table half (id int);\ninsert into paper values (1);\nselect nothing from paper;',
    })
    const failed = await migrate(url, folder)
    expect(failed).toMatchObject({ ok: false, error: 'migration-error', migration: second })
    expect(failed).toMatchObject({ detail: 'column "nothing" does not exist (line 3)' })
    expect(
      await ask(url, "select to_regclass('half') as half, (select count(*)::int from paper) as rows"),
    ).toEqual([{ half: null, rows: 0 }])
    await write(folder, second, 'create table half (id int);')
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [second] })
  })

  test('that are cut off half-way leave nothing of themselves', async () => {
    const { url, folder } = await empty({ [first]: 'create table paper (id int);\nselect pg_sleep(60);' })
    const cutOff = migrate(url, folder)
    await until(async () => {
      const rows = await ask(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`,
      )
      return rows.length > 0
    })
    expect(await cutOff).toMatchObject({ ok: false, error: 'migration-error', migration: first })
    await write(folder, first, 'create table paper (id int);')
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [first] })
  })

  test('are applied by one of several processes that start at once, and the others find nothing left', async () => {
    const { url, folder } = await empty({ [first]: 'create table paper (id int); select pg_sleep(0.2);' })
    const all = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)))
    expect(all.flatMap((one) => (one.ok ? one.value : [one.error]))).toEqual([first])
  })

  test('of which one arrives late, with an earlier name, are all applied', async () => {
    const { url, folder } = await empty({ [second]: 'create table later (id int);' })
    await migrate(url, folder)
    await write(folder, first, 'create table earlier (id int);')
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [first] })
  })

  test('may ask to run outside a transaction', async () => {
    const { url, folder } = await empty({
      [first]: 'create table paper (id int);',
      [second]: '-- outside a transaction\ncreate index concurrently paper_id on paper (id);',
    })
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [first, second] })
  })

  test('refuse a database that a newer Tribune wrote, and change nothing', async () => {
    const { url, folder } = await empty({ [first]: 'create table paper (id int);', [second]: 'select 1;' })
    await migrate(url, folder)
    await rm(join(folder, second), { recursive: true })
    await write(folder, '20260103000000_third', 'create table third (id int);')
    expect(await migrate(url, folder)).toMatchObject({ ok: false, error: 'newer-data', migration: second })
    expect(await pendingMigrations(url, folder)).toMatchObject({ ok: false, error: 'newer-data' })
    expect(await ask(url, "select to_regclass('third') as third")).toEqual([{ third: null }])
  })

  test('refuse a database in which one was begun elsewhere and did not finish, until it is rolled back', async () => {
    const { url, folder } = await empty({ [first]: 'create table paper (id int);', [second]: 'select 1;' })
    await migrate(url, folder)
    await ask(
      url,
      `update _prisma_migrations set finished_at = null, logs = 'why' where migration_name = '${second}'`,
    )
    expect(await migrate(url, folder)).toMatchObject({
      error: 'failed-migration',
      migration: second,
      detail: 'why',
    })
    await ask(url, `update _prisma_migrations set rolled_back_at = now() where migration_name = '${second}'`)
    expect(await migrate(url, folder)).toMatchObject({ ok: true, value: [second] })
  })

  test('refuse a database that is not empty and not Tribune’s', async () => {
    const { url, folder } = await empty({ [first]: 'create table paper (id int);' })
    await ask(url, 'create table of_somebody_else (id int)')
    expect(await migrate(url, folder)).toMatchObject({ ok: false, error: 'migration-error' })
    expect(await ask(url, "select to_regclass('paper') as paper")).toEqual([{ paper: null }])
  })
})

/** An empty database, and a folder with these migrations. */
async function empty(migrations: Record<string, string>): Promise<{ url: string; folder: string }> {
  const name = `test_${++databases}`
  await ask(server.url, `create database ${name}`)
  const folder = await testFolder()
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  for (const [migration, sql] of Object.entries(migrations)) await write(folder, migration, sql)
  return { url: server.url.replace(/[^/]+$/, name), folder }
}

async function write(folder: string, migration: string, sql: string): Promise<void> {
  await mkdir(join(folder, migration), { recursive: true })
  await writeFile(join(folder, migration, 'migration.sql'), sql)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}
