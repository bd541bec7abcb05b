import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { fonts } from './fonts.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { versionProblem } from './node-version.mjs'
import { withLock } from './prepare-lock.mjs'
import { FailedStep } from './run.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Makes this clone ready to run: dependencies, Prisma's client, the font and, unless `build` is false, Next's build;
 * each only if it is missing or was made from other inputs. A step that was killed counts as not done, and two
 * processes never prepare one clone at once. With `install: false` missing dependencies are a failure. `log` gets
 * text to write as it is, line ends included. Throws a FailedStep whose message holds all the output of the program
 * that failed.
 */
export async function prepare({ build: withBuild = true, install: withInstall = true, log }) {
  const problem = versionProblem(process.versions.node)
  if (problem) throw new FailedStep(problem)
  if (!withInstall && (await install.isStale(root)))
    throw new FailedStep(
      'The dependencies changed. Stop the site and start it again: `npm ci` would break it.',
    )
  const steps = withBuild ? [install, generate, fonts, build] : [install, generate, fonts]
  if (!(await firstStale(steps))) return
  await withLock(join(root, '.next', 'cache', 'prepare.lock'), log, async (noteChild) => {
    for (const step of steps) {
      if (!(await step.isStale(root))) continue
      log(`${step.title} … `)
      const began = performance.now()
      await step.run(root, noteChild)
      log(`${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    }
  })
}

/** In order, because a later step's inputs may come from an earlier one. */
async function firstStale(steps) {
  for (const step of steps) if (await step.isStale(root)) return step
  return null
}
