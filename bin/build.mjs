import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compressFiles } from './compress.mjs'
import { fingerprint, hashOf, readStamp } from './fingerprint.mjs'
import { bundleIslands } from './islands.mjs'
import { letOldOnesGo, noteUse } from './old-builds.mjs'
import { run } from './run.mjs'

const folders = [
  'app',
  'components',
  'documents',
  'islands',
  'jobs',
  'lib',
  'messages',
  'prisma/seed',
  'public',
  'server',
]
const files = [
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma/schema.prisma',
  'server.ts',
  'tsconfig.json',
]

const builds = join('.next', 'builds')
const stampIn = (root, folder) => join(root, folder, 'made')

/**
 * `next build` into a folder named after its inputs, unless it is there. It asks no database, and touches neither
 * the build that a running site serves nor any file that git knows.
 */
export const build = {
  title: 'Building',

  /** Where the build of the present inputs lies, from the root. */
  async folder(root) {
    return join(builds, hashOf(JSON.stringify(await fingerprint(root, [...folders, ...files]))).slice(0, 16))
  },

  async isStale(root) {
    return (await readStamp(stampIn(root, await build.folder(root)))) === null
  },

  async run(root, noteChild) {
    const folder = await build.folder(root)
    await rm(join(root, folder), { recursive: true, force: true })
    await mkdir(join(root, builds), { recursive: true })
    // Next completes the tsconfig.json it is given while it builds; it gets one of its own.
    await writeFile(join(root, '.next', 'tsconfig.json'), '{ "extends": "../tsconfig.json" }\n')
    const quiet = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }
    const islands = await bundleIslands(root)
    const env = { NODE_ENV: 'production', TRIBUNE_BUILD: folder, TRIBUNE_ISLANDS: islands.path, ...quiet }
    const args = [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build']
    await run('Building (next build)', process.execPath, args, { cwd: root, env, noteChild })
    const bundle = [join(root, 'bin', 'bundle-server.mjs'), join(folder, 'programs')]
    await run('Building (the server)', process.execPath, bundle, { cwd: root, env, noteChild })
    await islands.writeTo(folder)
    await compressFiles(join(root, folder))
    // Written last: a build that was killed half-way has none. What changed while it ran is another folder's.
    await writeFile(stampIn(root, folder), '')
    await noteUse(join(root, folder), Date.now())
    await letOldOnesGo(join(root, builds), Date.now())
  },
}
