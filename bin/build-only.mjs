// `npm run build`: everything a start needs, without starting. With `--for-restart`, while a site runs from this
// clone: nothing that would take dependencies away from under it, and the last line names the build's folder.
import { join } from 'node:path'
import { build } from './build.mjs'
import { noteNewest } from './old-builds.mjs'
import { prepare, root } from './prepare.mjs'

const forRestart = process.argv.includes('--for-restart')
try {
  await prepare({ install: !forRestart, log: (text) => process.stdout.write(text) })
  if (forRestart) {
    const folder = await build.folder(root)
    await noteNewest(join(root, folder), Date.now())
    console.log(folder)
  }
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exit(1)
}
