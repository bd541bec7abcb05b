// `npm run build`: everything a start needs, without starting. With `--for-restart`, while a site runs from this
// clone: nothing that would take dependencies away from under it, and the last line names the build's folder.
import { build } from './build.mjs'
import { prepare, root } from './prepare.mjs'

const forRestart = process.argv.includes('--for-restart')
try {
  await prepare({ install: !forRestart, log: (text) => process.stdout.write(text) })
  if (forRestart) console.log(await build.folder(root))
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exit(1)
}
