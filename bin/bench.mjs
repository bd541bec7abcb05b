// `npm run bench`: prepares the clone and measures. Only built-in modules until dependencies are there.
import { build } from './build.mjs'
import { prepare, root } from './prepare.mjs'
import { runShown } from './run-shown.mjs'

process.chdir(root)
Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' })
try {
  await prepare({ log: (text) => process.stdout.write(text) })
  const env = { NODE_ENV: 'production', TRIBUNE_BUILD: await build.folder(root) }
  const args = ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)]
  process.exitCode = await runShown(process.execPath, args, env)
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exitCode = 1
}
