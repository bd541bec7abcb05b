import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRoot, ownerOf } from './account'
import { findRunningEmbedded, useEmbedded } from './join'
import { findPostmaster, isGone } from './postmaster'
import { ask, killHard, must, otherProcess, started, testFolder } from './test-place'

const quiet = () => undefined

describe('after a kill', { timeout: 30_000 }, () => {
  test('of the server, it comes back by itself on the same port, with every acknowledged row', async () => {
    const dataDir = await testFolder()
    const site = new EventEmitter()
    const { url, stop } = await started({ dataDir, onRecovered: () => site.emit('recovered') })
    await ask(url, 'create table kept (id int)')
    const pool = new pg.Pool({ connectionString: url, max: 4 })
    pool.on('error', quiet)
    const before = await postmaster(dataDir)
    await Promise.all([1, 2, 3, 4].map((id) => pool.query('insert into kept values ($1)', [id])))
    const recovered = once(site, 'recovered')
    process.kill(before.pid, 'SIGKILL')
    await recovered
    const after = await postmaster(dataDir)
    expect(after.port).toBe(before.port)
    expect(after.pid).not.toBe(before.pid)
    expect((await pool.query('select count(*)::int as rows from kept')).rows).toEqual([{ rows: 4 }])
    await pool.end()
    await stop()
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeNull()
  })

  test('of the server again and again, the ownership is taken each time', async () => {
    const dataDir = await testFolder()
    const site = new EventEmitter()
    const { url } = await started({ dataDir, onRecovered: () => site.emit('recovered') })
    for (const _ of [1, 2, 3]) {
      const recovered = once(site, 'recovered')
      process.kill((await postmaster(dataDir)).pid, 'SIGKILL')
      await recovered
    }
    const owners = await ask(
      url,
      "select count(*)::int as held from pg_locks where locktype = 'advisory' and granted",
    )
    expect(owners).toEqual([{ held: 1 }])
  })

  test('of one connection, for which PostgreSQL drops all others, the ownership is taken again', async () => {
    const dataDir = await testFolder()
    const site = new EventEmitter()
    const { url } = await started({ dataDir, onRecovered: () => site.emit('recovered') })
    const { pid } = await postmaster(dataDir)
    const client = new pg.Client({ connectionString: url })
    client.on('error', quiet)
    await client.connect()
    const { rows } = await client.query('select pg_backend_pid() as pid')
    const recovered = once(site, 'recovered')
    process.kill(rows[0].pid, 'SIGKILL')
    await recovered
    expect((await postmaster(dataDir)).pid).toBe(pid)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of its owner, the next one takes over the running server', async () => {
    const dataDir = await testFolder()
    const { child, said: url } = await otherProcess(dataDir)
    await ask(url, 'create table kept as select 1 as id')
    const before = await postmaster(dataDir)
    await killHard(child)
    const next = await started({ dataDir })
    expect(await postmaster(dataDir)).toEqual(before)
    expect(await ask(next.url, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('of owner and server, the next one starts with every acknowledged row', async () => {
    const dataDir = await testFolder()
    const { child, said: url } = await otherProcess(dataDir)
    await ask(url, 'create table kept as select 1 as id')
    const { pid } = await postmaster(dataDir)
    await killHard(child)
    process.kill(pid, 'SIGKILL')
    const next = await started({ dataDir })
    expect(await ask(next.url, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('a process that got the dead server’s id is neither waited for nor touched', async () => {
    const dataDir = await testFolder()
    const { stop } = await started({ dataDir })
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await stop()
    const account = isRoot() ? await ownerOf(join(dataDir, 'postgres')) : {}
    const stranger = spawn('sleep', ['600'], account)
    onTestFinished(() => void stranger.kill())
    await once(stranger, 'spawn')
    await writeFile(pidFile, text.replace(/^\d+/, String(stranger.pid)))
    const next = await started({ dataDir })
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
    expect(stranger.exitCode).toBeNull()
    expect(stranger.signalCode).toBeNull()
  })

  test('a stop in the middle of a recovery leaves no server', async () => {
    const dataDir = await testFolder()
    const { stop } = await started({ dataDir })
    const { pid } = await postmaster(dataDir)
    process.kill(pid, 'SIGKILL')
    await isGone(pid, join(dataDir, 'postgres'), 5_000)
    await stop()
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeNull()
  })
})

describe('the command line', { timeout: 30_000 }, () => {
  test('joins the server of the running site and leaves it running', async () => {
    const dataDir = await testFolder()
    const site = await started({ dataDir })
    const used = await useEmbedded({ dataDir, log: quiet }, async ({ url }) => url)
    expect(must(used)).toBe(site.url)
    expect(await ask(site.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('starts a server of its own where none runs, and stops it also when its work fails', async () => {
    const dataDir = await testFolder()
    const work = async ({ url }: { url: string }) => {
      expect(await findRunningEmbedded(dataDir)).toMatchObject({ url })
      throw new Error('no such file')
    }
    await expect(useEmbedded({ dataDir, log: quiet }, work)).rejects.toThrow('no such file')
    expect(await findRunningEmbedded(dataDir)).toBeNull()
  })

  test('finds nothing where nothing was ever started, and makes nothing', async () => {
    const dataDir = join(await testFolder(), 'none')
    expect(await findRunningEmbedded(dataDir)).toBeNull()
    await expect(readFile(dataDir)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

async function postmaster(dataDir: string) {
  const found = await findPostmaster(join(dataDir, 'postgres'))
  if (!found) throw new Error(`no server runs on ${dataDir}`)
  return found
}
