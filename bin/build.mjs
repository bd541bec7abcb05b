import { access, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, hashOf, readStamp } from './fingerprint.mjs'
import { run } from './run.mjs'

const folders = ['app', 'components', 'documents', 'islands', 'lib', 'messages', 'public']
const files = [
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma/schema.prisma',
  'tsconfig.json',
]

const stampIn = (root) => join(root, '.next', 'made-from')

/** `next build`, unless the build there was made from the same inputs. It asks no database. */
export const build = {
  title: 'Building',

  async isStale(root) {
    const whole = await access(join(root, '.next', 'BUILD_ID')).then(
      () => true,
      () => false,
    )
    return !whole || (await readStamp(stampIn(root))) !== stamp(await inputs(root))
  },

  async run(root, noteChild) {
    await rm(stampIn(root), { force: true })
    const before = await inputs(root)
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }
    const args = [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build']
    await run('Building (next build)', process.execPath, args, { cwd: root, env, noteChild })
    // Next completes tsconfig.json while it builds; anything else that changed meanwhile makes the build stale.
    const { 'tsconfig.json': completed } = await inputs(root)
    await writeFile(stampIn(root), stamp({ ...before, 'tsconfig.json': completed }))
  },
}

function inputs(root) {
  return fingerprint(root, [...folders, ...files])
}

function stamp(fingerprints) {
  return hashOf(JSON.stringify(fingerprints))
}
