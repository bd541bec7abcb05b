// What the test programs' JSON reports say, in the one form that bin/test.mjs counts and prints.
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const firstLine = (text) =>
  stripVTControlCharacters(text ?? '')
    .trim()
    .split('\n')[0]
    .slice(0, 300)

/**
 * @param {'vitest' | 'playwright'} kind of the report
 * @param {any} report as parsed
 * @param {string} root what files are named relative to
 * @returns {{passed: number, failed: number, skipped: number, failures: {file: string, name: string, why: string}[]}}
 *   a file that fell over before its tests is a failure without being counted in `failed`
 */
export function read(kind, report, root) {
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
