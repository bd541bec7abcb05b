import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashOf } from './fingerprint.mjs'
import { run } from './run.mjs'

const stampIn = (root) => join(root, 'node_modules', '.tribune-install')

/** `npm ci`, unless node_modules holds what package-lock.json asks for, whoever put it there. */
export const install = {
  title: 'Installing dependencies',

  async isStale(root) {
    const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
    if ((await read(stampIn(root))) === stamp(lock)) return false
    if (!(await isSatisfied(root, JSON.parse(lock)))) return true
    await writeFile(stampIn(root), stamp(lock))
    return false
  },

  async run(root, noteChild) {
    const cache = await cacheIfHomeIsClosed()
    const env = cache ? { npm_config_cache: cache } : {}
    const [file, ...first] = npmCommand()
    // The build needs development dependencies, whatever NODE_ENV says.
    const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
    try {
      await run('Installing dependencies (npm ci)', file, args, { cwd: root, env, noteChild })
    } finally {
      if (cache) await rm(cache, { recursive: true, force: true })
    }
    await writeFile(stampIn(root), stamp(await readFile(join(root, 'package-lock.json'), 'utf8')))
  },
}

function stamp(lock) {
  return hashOf(`${process.platform} ${process.arch}\n${lock}`)
}

/**
 * npm writes node_modules/.package-lock.json when an installation is complete. Each package of the lock must be
 * in it, in the same version; what is optional may be missing, because it is for other platforms.
 */
async function isSatisfied(root, lock) {
  const text = await read(join(root, 'node_modules', '.package-lock.json'))
  if (text === null) return false
  const installed = JSON.parse(text).packages ?? {}
  return Object.entries(lock.packages ?? {}).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (installed[path]
        ? installed[path].version === version && installed[path].integrity === integrity
        : optional),
  )
}

/** The npm that runs us, where one does. */
function npmCommand() {
  const own = process.env.npm_execpath ?? ''
  if (/npm-cli\.c?js$/.test(own)) return [process.execPath, own]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** npm keeps its cache in the home folder, which a service's account may not have. */
async function cacheIfHomeIsClosed() {
  if (process.env.npm_config_cache) return null
  return access(homedir(), constants.W_OK).then(
    () => null,
    () => mkdtemp(join(tmpdir(), 'tribune-npm-')),
  )
}

async function read(path) {
  return readFile(path, 'utf8').catch((error) => {
    if (['ENOENT', 'ENOTDIR'].includes(error.code)) return null
    throw error
  })
}
