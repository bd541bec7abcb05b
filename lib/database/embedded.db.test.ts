import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startEmbedded } from './embedded'
import { findPostmaster } from './postmaster'
import { ask, must, otherProcess, started, testFolder } from './test-place'

const quiet = () => undefined

describe('an embedded PostgreSQL', { timeout: 30_000 }, () => {
  test('speaks UTF-8 whatever the locale, and keeps what it acknowledged', async () => {
    const { LANG, LC_ALL } = process.env
    Object.assign(process.env, { LANG: '', LC_ALL: 'POSIX' })
    const { url, stop } = await started({ dataDir: await testFolder() })
    Object.assign(process.env, { LANG: LANG ?? '', LC_ALL: LC_ALL ?? '' })
    const [settings] = await ask(
      url,
      `select current_setting('server_encoding') as encoding, upper('ökonomie — ñ') as upper, version() as version,
       current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('timezone') as zone, current_setting('jit') as jit`,
    )
    expect(settings).toMatchObject({ encoding: 'UTF8', upper: 'ÖKONOMIE — Ñ', zone: 'UTC', jit: 'off' })
    expect(settings).toMatchObject({
      fsync: 'on',
      commit: 'on',
      version: expect.stringMatching(/^PostgreSQL 18\./),
    })
    await stop()
  })

  test('listens on loopback only, on no socket, and lets nobody in without the password', async () => {
    const dataDir = await testFolder()
    const { url, connection } = await started({ dataDir })
    const [reach] = await ask(
      url,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    )
    expect(reach).toEqual({ addresses: '127.0.0.1', sockets: '' })
    await expect(ask(url.replace(connection.password, 'guess'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    })
    expect((await stat(join(dataDir, 'embedded.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDir, 'postgres.log'))).mode & 0o777).toBe(0o600)
  })

  test('keeps its data from one start to the next', async () => {
    const dataDir = await testFolder()
    const first = await started({ dataDir })
    await ask(first.url, 'create table kept as select 49434 as id')
    await first.stop()
    const second = await started({ dataDir })
    expect(await ask(second.url, 'select id from kept')).toEqual([{ id: 49434 }])
  })

  test('leaves no process behind when it is stopped, however often', async () => {
    const dataDir = await testFolder()
    const { url, stop } = await started({ dataDir })
    const [{ pids } = { pids: [] }] = await ask(url, 'select array_agg(pid) as pids from pg_stat_activity')
    await Promise.all([stop(), stop()])
    await stop()
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeNull()
    for (const pid of [pids].flat()) expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH')
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('refuses a second owner, naming the first, and does not disturb it', async () => {
    const dataDir = await testFolder()
    const { child, said: url } = await otherProcess(dataDir)
    const second = await startEmbedded({ dataDir, log: quiet, patienceMs: 300 })
    expect(second).toMatchObject({ ok: false, error: 'in-use', owner: `tribune, process ${child.pid}` })
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('gives one of two first starts at once the data, and refuses the other', async () => {
    const dataDir = await testFolder()
    const both = await Promise.all([1, 2].map(() => startEmbedded({ dataDir, log: quiet, patienceMs: 300 })))
    const owners = both.filter(({ ok }) => ok)
    expect(owners).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: 'in-use' })
    for (const owner of owners) await must(owner).stop()
    expect((await readdir(dataDir)).sort()).toEqual(['embedded.json', 'postgres', 'postgres.log'])
  })

  test('does not trip over what a killed first start left', async () => {
    const dataDir = await testFolder()
    await mkdir(join(dataDir, 'postgres.new-killed', 'cluster'), { recursive: true })
    await writeFile(join(dataDir, 'postgres.new-killed', 'cluster', 'PG_VERSION'), '18\n')
    const { url } = await started({ dataDir })
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('keeps its log within bounds', async () => {
    const dataDir = await testFolder()
    await writeFile(join(dataDir, 'postgres.log'), 'a line of long ago\n'.repeat(600_000))
    await started({ dataDir })
    expect((await stat(join(dataDir, 'postgres.log'))).size).toBeLessThan(10_000)
    expect((await readFile(join(dataDir, 'postgres.log.1'), 'utf8')).slice(0, 18)).toBe('a line of long ago')
  })
})
