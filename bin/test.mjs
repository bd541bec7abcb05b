// `npm test`, `npm run check`, `npm run test:long`, `npm run e2e`: installs what is missing, runs the steps in
// order, says clearly what failed, and ends with "N passed, N failed". Only built-ins until dependencies are there.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureFronts } from './fronts.mjs'
import { prepare, root } from './prepare.mjs'
import { runShown } from './run-shown.mjs'

const node = process.execPath
const tool = (name, ...path) => join(root, 'node_modules', name, ...path)
const vitest = (project) => ({
  name: project,
  args: [tool('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json'],
  report: 'vitest',
})

const lint = { name: 'format and lint', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] }
const imports = { name: 'import rules', args: ['bin/imports.mjs'] }
const types = { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'] }
const browser = {
  name: 'browser',
  args: [tool('@playwright', 'test', 'cli.js'), 'test'],
  report: 'playwright',
  browser: true,
}

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
  results.push({ name: 'preparation', passed: 0, failed: 1, skipped: 0, seconds: 0 })
} finally {
  await rm(reports, { recursive: true, force: true })
}
conclude()

async function run(step) {
  process.stdout.write(`\n── ${step.name} ──\n`)
  const began = performance.now()
  const output = join(reports, `${step.name}.json`)
  const more = step.report === 'vitest' ? [`--outputFile.json=${output}`] : []
  const env = step.report === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: output } : {}
  const code = await runShown(node, [...step.args, ...more, ...extra], env)
  const counts = step.report ? await count(step.report, output) : { passed: 0, failed: 0, skipped: 0 }
  // A step that has no tests of its own, or fell over outside of them, counts as one.
  if (!step.report) counts[code === 0 ? 'passed' : 'failed'] += 1
  else if (code !== 0 && counts.failed === 0) counts.failed += 1
  else if (code === 0 && counts.passed === 0) counts.failed += 1
  return { name: step.name, ...counts, seconds: (performance.now() - began) / 1000 }
}

async function count(kind, path) {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return { passed: 0, failed: 0, skipped: 0 }
  const report = JSON.parse(text)
  if (kind === 'playwright')
    return {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
      skipped: report.stats.skipped,
    }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function conclude() {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  process.stdout.write('\n')
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
