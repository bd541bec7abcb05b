// `npm start`: prepares the clone and becomes the server. Only built-in modules until dependencies are there.
import { pathToFileURL } from 'node:url'

// npm may be killed, or end without passing a signal on; what it started then stops too, as after a signal.
const parent = process.ppid
if (process.env.npm_lifecycle_event === 'start') {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

const { prepare, root } = await import('./prepare.mjs')
const { build } = await import('./build.mjs')
const { noteNewest, noteServing } = await import('./old-builds.mjs')
process.chdir(root)
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' })

try {
  await prepare({ log: (text) => process.stdout.write(text) })
  process.env.TRIBUNE_BUILD = await build.folder(root)
  await noteServing(process.env.TRIBUNE_BUILD, process.pid)
  await noteNewest(process.env.TRIBUNE_BUILD, Date.now())
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exit(1)
}

await import(pathToFileURL(`${root}/${process.env.TRIBUNE_BUILD}/programs/server.mjs`).href)
