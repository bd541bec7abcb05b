// `npm run dev`: the same process with hot reload. `-- --documents` shows documents as readers get them.
import { watchIslands } from './islands.mjs'
import { prepare, root } from './prepare.mjs'

process.chdir(root)
Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' })
try {
  await prepare({ build: false, log: (text) => process.stdout.write(text) })
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exit(1)
}
// Hot reload has React take the page over, and it must find it as it was sent: islands come with documents only.
if (process.argv.includes('--documents')) process.env.TRIBUNE_ISLANDS = await watchIslands(root, '.next')
const { register } = await import('tsx/esm/api')
register({ tsconfig: `${root}/tsconfig.json` })
await import('../server.ts')
