// What `npm test` and its shorter and longer forms consist of.
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureFronts } from './fronts.mjs'
import { prepare, root } from './prepare.mjs'

/** The programs lie in node_modules. */
const tool = (name, ...path) => join(root, 'node_modules', name, ...path)

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [args] of the program, which Node runs; a step without is one of preparation
 * @property {'vitest' | 'playwright'} [report] what counts its tests; a step without counts as one
 * @property {string[]} [alone] added where what failed is run once more
 * @property {(log: (text: string) => void) => Promise<void>} [before] what it cannot do without
 */

const vitest = (project) => ({
  name: project,
  args: [tool('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json'],
  report: 'vitest',
  alone: ['--maxWorkers=1'],
})

/** What two lanes wait for is done once. */
const once = (work) => {
  let begun
  return (log) => (begun ??= work(log))
}
const built = once((log) => prepare({ log }))
// One after the other: Debian installs one thing at a time.
const surrounded = once(async (log) => {
  await built(log)
  await ensureChromium()
  await ensureFronts()
})

const lint = { name: 'format and lint', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] }
const imports = { name: 'import rules', args: ['bin/imports.mjs'] }
const types = { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'] }
const unit = vitest('unit')
const database = vitest('database')
const processes = { ...vitest('process'), before: surrounded }
const build = { name: 'build', before: built }
const browser = {
  name: 'browser',
  args: [tool('@playwright', 'test', 'cli.js'), 'test'],
  report: 'playwright',
  alone: ['--workers=1'],
}

/**
 * Each a list of lanes that go side by side, each of them steps one after the other. Two lanes keep two cores busy: what
 * tries whole sites waits for them most of the time; what only computes comes last, when it has both for itself.
 */
export const plans = {
  check: [[lint, imports, types, unit]],
  all: [
    [lint, imports, types, unit, processes, database],
    [build, { ...browser, before: surrounded }],
  ],
  long: [
    [lint, imports, types, unit, processes, database],
    [build, { ...browser, before: surrounded }],
  ],
  browser: [[build, { ...browser, before: ensureChromium }]],
}
