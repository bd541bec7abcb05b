#!/usr/bin/env node
// The `tribune` command. Paths are the caller's; everything else is this clone's.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cwd = process.cwd()
process.chdir(root)
process.env.NODE_ENV ??= 'production'

const { prepare } = await import('./prepare.mjs')
try {
  await prepare({ build: false, log: (text) => process.stderr.write(text) })
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
const { main } = await import('../cli/main.ts')
process.exitCode = await main(process.argv.slice(2), { cwd })
