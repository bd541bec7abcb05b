// `npm test`, `npm run check`, `npm run test:long`, `npm run e2e`: installs what is missing, runs the steps of
// test-steps.mjs, says clearly what failed, and ends with "N passed, N failed". Only built-ins until dependencies are there.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { runShown } from './run-shown.mjs'
import { runLanes } from './test-lanes.mjs'
import { conclusion, read } from './test-report.mjs'
import { plans } from './test-steps.mjs'

const [plan = 'all', ...extra] = process.argv.slice(2)
const lanes = plans[plan]
if (!lanes) {
  console.error(`There is no such plan: ${plan}. There are ${Object.keys(plans).join(', ')}.`)
  process.exit(2)
}
// The program under way is told by whoever runs it; here it is only that none follows.
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (isStopped = true))

process.chdir(root)
Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  ...(plan === 'long' ? { TRIBUNE_LONG: '1' } : {}),
})
const log = (text) => process.stdout.write(text)
const preparation = { name: 'preparation', before: () => prepare({ build: false, log }) }
const reports = await mkdtemp(join(tmpdir(), 'tribune-reports-'))
try {
  const way = { go, log, isStopped: () => isStopped }
  const [unprepared] = await runLanes([[preparation]], way)
  const results = unprepared?.failed > 0 ? [unprepared] : await runLanes(lanes, way)
  const { text, failed } = conclusion(results)
  if (isStopped) log('\nStopped: what was not over is not counted.\n')
  log(text)
  process.exitCode = failed > 0 || isStopped ? 1 : 0
} finally {
  await rm(reports, { recursive: true, force: true })
}

/** Runs the program of a step and reads what it counted. */
async function go(step, more) {
  if (!step.args) return { passed: 0, failed: 0, skipped: 0 }
  const output = join(reports, `${step.name}.json`)
  await rm(output, { force: true })
  const report = step.report === 'vitest' ? [`--outputFile.json=${output}`] : []
  const env = step.report === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: output } : {}
  const label = lanes.length === 1 ? '' : `${step.name.padEnd(8)} │ `
  const code = await runShown(process.execPath, [...step.args, ...report, ...extra, ...more], env, label)
  const text = step.report && (await readFile(output, 'utf8').catch(() => null))
  return read(step.report, text ? JSON.parse(text) : null, { root, code })
}
