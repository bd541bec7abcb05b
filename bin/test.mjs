// `npm test`, `npm run check`, `npm run test:long`, `npm run e2e`: installs what is missing, runs the steps in
// order, says clearly what failed, and ends with "N passed, N failed". Only built-ins until dependencies are there.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureFronts } from './fronts.mjs'
import { prepare, root } from './prepare.mjs'
import { runShown } from './run-shown.mjs'
import { read } from './test-report.mjs'

const node = process.execPath
const tool = (name, ...path) => join(root, 'node_modules', name, ...path)
const vitest = (project) => ({
  name: project,
  args: [tool('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json'],
  report: 'vitest',
  alone: ['--maxWorkers=1'],
})

const lint = { name: 'format and lint', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] }
const imports = { name: 'import rules', args: ['bin/imports.mjs'] }
const types = { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'] }
const browser = {
  name: 'browser',
  args: [tool('@playwright', 'test', 'cli.js'), 'test'],
  report: 'playwright',
  alone: ['--workers=1'],
  browser: true,
}

const nothing = { passed: 0, failed: 0, skipped: 0 }
// More than these is no weather.
const mostUnsteady = 5

const plans = {
  check: [lint, imports, types, vitest('unit')],
  all: [lint, imports, types, vitest('unit'), vitest('database'), vitest('process'), browser],
  long: [lint, imports, types, vitest('unit'), vitest('database'), vitest('process'), browser],
  browser: [browser],
}

const [plan = 'all', ...extra] = process.argv.slice(2)
const steps = plans[plan]
if (!steps) {
  console.error(`There is no such plan: ${plan}. There are ${Object.keys(plans).join(', ')}.`)
  process.exit(2)
}

process.chdir(root)
Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  ...(plan === 'long' ? { TRIBUNE_LONG: '1' } : {}),
})
const reports = await mkdtemp(join(tmpdir(), 'tribune-reports-'))
const results = []
try {
  await prepare({ build: plan !== 'check', log: (text) => process.stdout.write(text) })
  if (steps.some((step) => step.browser)) await ensureChromium()
  if (steps.some((step) => step.name === 'process')) await ensureFronts()
  for (const step of steps) results.push(await run(step))
} catch (error) {
  if (error?.name !== 'FailedStep') throw error
  console.error(error.message)
  results.push({ name: 'preparation', ...nothing, failed: 1, seconds: 0 })
} finally {
  await rm(reports, { recursive: true, force: true })
}
conclude()

async function run(step) {
  process.stdout.write(`\n── ${step.name} ──\n`)
  const began = performance.now()
  const first = await go(step, extra)
  const again = step.report && first.failures.length <= mostUnsteady ? await secondGo(step, first) : first
  return { name: step.name, ...again, seconds: (performance.now() - began) / 1000 }
}

async function go(step, more) {
  const output = join(reports, `${step.name}.json`)
  await rm(output, { force: true })
  const report = step.report === 'vitest' ? [`--outputFile.json=${output}`] : []
  const env = step.report === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: output } : {}
  const code = await runShown(node, [...step.args, ...report, ...more], env)
  const text = step.report && (await readFile(output, 'utf8').catch(() => null))
  const result = text ? read(step.report, JSON.parse(text), root) : { ...nothing, failures: [] }
  // A step that has no tests of its own, or fell over outside of them, counts as one.
  if (!step.report) result[code === 0 ? 'passed' : 'failed'] += 1
  else if (code !== 0 && result.failed === 0) result.failed += 1
  else if (code === 0 && result.passed === 0) result.failed += 1
  return result
}

/**
 * What failed is run once more, its files one after the other: on a machine that is short of everything a journey may
 * miss its time. What passes then has passed, and is told by name at the end, for it wants to be mended.
 */
async function secondGo(step, first) {
  if (first.failures.length === 0) return first
  process.stdout.write(`\n── ${step.name}, what failed once more ──\n`)
  const files = [...new Set(first.failures.map(({ file }) => file))]
  const second = await go(step, [...extra, ...step.alone, ...files])
  if (second.failed > 0) return first
  const failed = first.failures.length
  return { ...first, passed: first.passed + failed, failed: 0, failures: [], unsteady: first.failures }
}

function conclude() {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  process.stdout.write('\n')
  for (const { name, failures = [], unsteady = [] } of results) {
    const tell = (head) => (test) =>
      process.stdout.write(`${head}  ${name}: ${test.file} › ${test.name}\n        ${test.why}\n`)
    failures.slice(0, 20).forEach(tell('FAILED'))
    unsteady.forEach(tell('passed at the second go'))
  }
  for (const { name, passed, failed, skipped, seconds } of results)
    process.stdout.write(
      `${failed ? 'FAILED' : 'passed'}  ${name.padEnd(16)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds.toFixed(1)} s)\n`,
    )
  const skipped = sum('skipped')
  process.stdout.write(
    `\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
  )
  process.exitCode = sum('failed') > 0 ? 1 : 0
}
