import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Beside the code, but no part of what is built from it. */
const leftOut = /(^test-[\w-]+\.ts|\.test\.tsx?|\.md|\.DS_Store)$/

export function hashOf(content) {
  return createHash('sha256').update(content).digest('hex')
}

/** The hash of every file under these paths, by path, in order; a path that does not exist has none. */
export async function fingerprint(root, paths) {
  const found = {}
  for (const path of paths)
    for (const file of await filesUnder(root, path)) found[file] = await hashOfFile(root, file)
  return found
}

export async function readStamp(path) {
  return readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function hashOfFile(root, path) {
  return hashOf(await readFile(join(root, path)))
}

async function filesUnder(root, path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (!entries) return [path]
  const inside = entries.filter(({ name }) => !leftOut.test(name)).map(({ name }) => `${path}/${name}`)
  const nested = await Promise.all(inside.sort().map((name) => filesUnder(root, name)))
  return nested.flat()
}
