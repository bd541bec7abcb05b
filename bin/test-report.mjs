// What the test programs' JSON reports say, in the one form that bin/test.mjs counts and prints.
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const mostTold = 20

const firstLine = (text) =>
  stripVTControlCharacters(text ?? '')
    .trim()
    .split('\n')[0]
    .slice(0, 300)

const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * What a program counted, by its report and the code it ended with.
 *
 * @param {'vitest' | 'playwright' | undefined} kind of the report; without one the program counts as one test
 * @param {any} report as parsed; null when it wrote none
 * @param {{root: string, code: number}} ran what files are named relative to, and how it ended
 * @returns {{passed: number, failed: number, skipped: number, failures: {file: string, name: string, why: string}[]}}
 *   a file that fell over before its tests is a failure without being counted in `failed`
 */
export function read(kind, report, { root, code }) {
  if (!kind) return { ...nothing, [code === 0 ? 'passed' : 'failed']: 1, failures: [] }
  const result = report ? readReport(kind, report, root) : { ...nothing, failures: [] }
  // What fell over outside of its tests, or found none, failed.
  const isFailed = result.failed === 0 && (code !== 0 || result.passed === 0)
  return isFailed ? { ...result, failed: 1 } : result
}

function readReport(kind, report, root) {
  return kind === 'playwright' ? readPlaywright(report) : readVitest(report, root)
}

function readVitest(report, root) {
  const failures = report.testResults.flatMap((file) => {
    const name = relative(root, file.name)
    const failed = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => ({ file: name, name: test.fullName, why: firstLine(test.failureMessages[0]) }))
    return file.status === 'failed' && failed.length === 0
      ? [{ file: name, name: 'the file itself', why: firstLine(file.message) }]
      : failed
  })
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}

function readPlaywright(report) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
  const failures = report.suites.flatMap(specsOf).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map((test) => ({
        file: `e2e/${spec.file}`,
        name: `[${test.projectName}] ${spec.title}`,
        why: firstLine(test.results.find((result) => result.error)?.error.message),
      })),
  )
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
    failures,
  }
}

/**
 * What is told at the end: what failed and what was unsteady by name, a line for each step, and last of all
 * "N passed, N failed".
 */
export function conclusion(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const counted = ({ passed, failed, skipped }) =>
    `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  const lines = ['']
  for (const { name, failures = [], unsteady = [] } of results) {
    const tell = (head) => (test) =>
      lines.push(`${head}  ${name}: ${test.file} › ${test.name}`, `        ${test.why}`)
    failures.slice(0, mostTold).forEach(tell('FAILED'))
    unsteady.forEach(tell('passed at the second go'))
  }
  for (const result of results)
    lines.push(
      `${result.failed ? 'FAILED' : 'passed'}  ${result.name.padEnd(16)} ${counted(result)} (${result.seconds.toFixed(1)} s)`,
    )
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  lines.push('', counted(total), '')
  return { text: lines.join('\n'), failed: total.failed }
}
