// `npm run build`: everything a start needs, without starting.
import { prepare } from './prepare.mjs'

try {
  await prepare({ log: (text) => process.stdout.write(text) })
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  process.exit(1)
}
