import { execFileSync } from 'node:child_process'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canEnter, isRoot, serverAccount } from './account'
import { findBinaries, program, runnableBinaries } from './binaries'
import { startEmbedded } from './embedded'
import { findPostmaster } from './postmaster'
import { startRefusalSentence } from './refusal'
import { ask, must, otherProcess, started, testFolder } from './test-place'

const log = () => undefined
const project = join(import.meta.dirname, '../..')

describe('the embedded database refuses, and changes nothing:', { timeout: 30_000 }, () => {
  test('data of a newer PostgreSQL', async () => {
    const dataDir = await testFolder()
    await (await started({ dataDir })).stop()
    const versionFile = join(dataDir, 'postgres', 'PG_VERSION')
    await writeFile(versionFile, '19\n')
    const before = await contents(dataDir)
    const outcome = await startEmbedded({ dataDir, log })
    expect(outcome).toMatchObject({ ok: false, error: 'newer-postgresql', found: 19, ours: 18 })
    expect(await contents(dataDir)).toEqual(before)
  })

  test('a data directory that is a file', async () => {
    const path = join(await testFolder(), 'file')
    await writeFile(path, 'kept')
    expect(await startEmbedded({ dataDir: path, log })).toMatchObject({ error: 'not-a-folder', path })
    expect(await startEmbedded({ dataDir: join(path, 'below'), log })).toMatchObject({
      error: 'not-a-folder',
    })
    expect(await readFile(path, 'utf8')).toBe('kept')
  })

  test('a cluster that was there once and is gone, rather than starting with an empty one', async () => {
    const dataDir = await testFolder()
    await (await started({ dataDir })).stop()
    await rename(join(dataDir, 'postgres'), join(dataDir, 'elsewhere'))
    expect(await startEmbedded({ dataDir, log })).toMatchObject({ error: 'data-missing' })
    expect(await readdir(dataDir)).not.toContain('postgres')
  })

  test('a password that is not the cluster’s', async () => {
    const dataDir = await testFolder()
    const record = join(dataDir, 'embedded.json')
    const { connection, stop } = await started({ dataDir })
    const { password } = connection
    await stop()
    await writeFile(record, (await readFile(record, 'utf8')).replace(password, 'another'))
    expect(await startEmbedded({ dataDir, log })).toMatchObject({ error: 'password-lost' })
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeNull()
  })

  test('a folder with something else in place of the cluster', async () => {
    const dataDir = await testFolder()
    await mkdir(join(dataDir, 'postgres'))
    await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'kept')
    expect(await startEmbedded({ dataDir, log })).toMatchObject({ error: 'database-failed' })
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letter.txt'])
  })

  test('a platform without binaries, one with musl, and an installation without the package', async () => {
    const reasonOn = async (platform: string, libc: string) => {
      const found = await findBinaries(platform, libc)
      return found.ok ? null : found.reason
    }
    expect(await reasonOn('sunos', 'other')).toBe('platform')
    expect(await reasonOn('linux', 'musl')).toBe('musl')
    expect(await reasonOn(process.platform === 'darwin' ? 'linux' : 'darwin', 'glibc')).toBe(
      'missing-package',
    )
  })

  test('a folder it may not write, seen as an ordinary user', async (context) => {
    const parent = await testFolder(isRoot() ? 0o755 : 0o555)
    const dataDir = join(parent, 'data')
    if (!isRoot())
      return void expect(await startEmbedded({ dataDir, log })).toMatchObject({ error: 'no-permission' })
    const nobody = await serverAccount()
    if (!nobody || !(await canEnter(project, nobody)))
      return context.skip('the project is closed to other users')
    const { said } = await otherProcess(dataDir, nobody)
    expect(said).toBe(startRefusalSentence({ error: 'no-permission', path: dataDir }))
  })

  test('a first start on a disk without room, and any start on a full one', async (context) => {
    const small = await mountedDisk('100m')
    if (!small) return context.skip('only root, where it may mount, can make a small disk')
    expect(await startEmbedded({ dataDir: small, log })).toMatchObject({ error: 'disk-full', path: small })
    const disk = (await mountedDisk('280m')) ?? ''
    const first = await started({ dataDir: disk })
    await ask(first.url, 'create table kept as select 1 as id')
    await first.stop()
    const filler = join(disk, 'filler')
    await writeFile(filler, Buffer.alloc(300 * 1024 * 1024)).catch(() => undefined)
    expect(await startEmbedded({ dataDir: disk, log })).toMatchObject({ error: 'disk-full' })
    await rm(filler)
    const second = await started({ dataDir: disk })
    expect(await ask(second.url, 'select id from kept')).toEqual([{ id: 1 }])
    await second.stop()
  })
})

describe('as root', { timeout: 30_000 }, () => {
  test('under a folder closed to others, the data lies where the server can reach it and is found again', async (context) => {
    if (!isRoot()) return context.skip('this is about root')
    const closed = await testFolder(0o700)
    const shelter = join(await testFolder(), 'shelter')
    const dataDir = join(closed, 'data')
    const first = await started({ dataDir, shelter })
    await ask(first.url, 'create table kept as select 1 as id')
    await first.stop()
    const { home } = JSON.parse(await readFile(join(dataDir, 'embedded.json'), 'utf8'))
    expect(home.startsWith(`${shelter}/data-`)).toBe(true)
    expect((await stat(join(home, 'postgres'))).uid).toBe((await serverAccount())?.uid)
    const second = await started({ dataDir, shelter })
    expect(await ask(second.url, 'select id from kept')).toEqual([{ id: 1 }])
    await second.stop()
  })

  test('programs in a project closed to others are copied once, with their libraries', async (context) => {
    const account = isRoot() ? await serverAccount() : null
    if (!account) return context.skip('this is about root')
    const found = await findBinaries()
    const { folder, version } = must(found)
    const closed = await testFolder(0o700)
    const filter = async (path: string) => !(await lstat(path)).isSymbolicLink()
    await cp(folder, join(closed, 'native'), { recursive: true, filter })
    const shelter = await testFolder()
    const copied = await runnableBinaries(
      { folder: join(closed, 'native'), version },
      account,
      async () => shelter,
    )
    const initdb = program(copied, 'initdb')
    expect(initdb.startsWith(shelter)).toBe(true)
    expect(String(execFileSync(initdb, ['--version'], account))).toMatch(/PostgreSQL\) 18\./)
    const again = await runnableBinaries(
      { folder: join(closed, 'native'), version },
      account,
      async () => shelter,
    )
    expect(again).toEqual(copied)
    expect(await readdir(shelter)).toEqual([`postgresql-${version}`])
  })
})

/** Every file under a folder with its content's length, the log left out. */
async function contents(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'postgres.log')
  const sizes = files.map(
    async ({ parentPath, name }) => `${name} ${(await stat(join(parentPath, name))).mtimeMs}`,
  )
  return (await Promise.all(sizes)).sort()
}

/** A disk in memory of that size, or null where none may be made. */
async function mountedDisk(size: string): Promise<string | null> {
  if (!isRoot() || process.platform !== 'linux') return null
  const folder = await testFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  await chmod(folder, 0o755)
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}
