import { expect, test } from 'vitest'
import { conclusion, read } from './test-report.mjs'

const root = '/clone'

test('vitest’s report is counted, with the first line of why a test failed', () => {
  const failed = {
    status: 'failed',
    fullName: 'it is so',
    failureMessages: ['\u001b[31mError: no\u001b[0m\n at x'],
  }
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { name: '/clone/lib/a.test.ts', status: 'failed', assertionResults: [{ status: 'passed' }, failed] },
      { name: '/clone/lib/b.test.ts', status: 'failed', message: 'Error: not found', assertionResults: [] },
    ],
  }
  expect(read('vitest', report, { root, code: 1 })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 2,
    failures: [
      { file: 'lib/a.test.ts', name: 'it is so', why: 'Error: no' },
      { file: 'lib/b.test.ts', name: 'the file itself', why: 'Error: not found' },
    ],
  })
})

test('Playwright’s report is counted, whatever depth a journey stands at', () => {
  const spec = (title, status) => ({
    file: 'desk.spec.ts',
    title,
    tests: [{ projectName: 'scripts', status, results: [{}, { error: { message: 'Error: late\nmore' } }] }],
  })
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 2 },
    suites: [{ suites: [{ specs: [spec('it is there', 'unexpected'), spec('so is this', 'expected')] }] }],
  }
  expect(read('playwright', report, { root, code: 1 })).toEqual({
    passed: 5,
    failed: 1,
    skipped: 2,
    failures: [{ file: 'e2e/desk.spec.ts', name: '[scripts] it is there', why: 'Error: late' }],
  })
})

test('a program without a report counts as one, and one that fell over or ran nothing failed', () => {
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  const counts = (...asked) => {
    const { passed, failed } = read(...asked)
    return [passed, failed]
  }
  expect(counts(undefined, null, { root, code: 0 })).toEqual([1, 0])
  expect(counts(undefined, null, { root, code: 2 })).toEqual([0, 1])
  expect(counts('vitest', null, { root, code: 1 })).toEqual([0, 1])
  expect(counts('vitest', empty, { root, code: 0 })).toEqual([0, 1])
  expect(counts('vitest', { ...empty, numPassedTests: 4 }, { root, code: 1 })).toEqual([4, 1])
})

test('what failed and what was unsteady is named, and the last line counts all', () => {
  const test = { file: 'e2e/a.spec.ts', name: 'it is shown', why: 'Error: late' }
  const { text, failed } = conclusion([
    { name: 'unit', passed: 7, failed: 0, skipped: 0, seconds: 1.24, failures: [] },
    { name: 'database', passed: 4, failed: 0, skipped: 0, seconds: 2, failures: [], unsteady: [test] },
    { name: 'browser', passed: 2, failed: 1, skipped: 3, seconds: 30, failures: [test] },
  ])
  expect(failed).toBe(1)
  const lines = text.trimEnd().split('\n')
  expect(lines).toContain('passed  unit             7 passed, 0 failed (1.2 s)')
  expect(lines).toContain('passed at the second go  database: e2e/a.spec.ts › it is shown')
  expect(lines).toContain('FAILED  browser: e2e/a.spec.ts › it is shown')
  expect(lines.at(-1)).toBe('13 passed, 1 failed, 3 skipped')
})
