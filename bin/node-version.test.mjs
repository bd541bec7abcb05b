import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { versionProblem } from './node-version.mjs'

test.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.12.0', true],
  ['26.0.0', true],
])('Node %s will do: %s', (version, isGood) => {
  expect(versionProblem(version) === null).toBe(isGood)
})

test.each(['start.mjs', 'test.mjs', 'tribune.mjs', 'build-only.mjs', 'dev.mjs'])(
  'on an older Node %s says so in one line, and does nothing',
  async (program) => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })`
    const args = [
      '--import',
      `data:text/javascript,${encodeURIComponent(older)}`,
      join(import.meta.dirname, program),
    ]
    const failure = await promisify(execFile)(process.execPath, args).then(
      () => null,
      (error) => error,
    )
    expect(failure?.code).toBe(1)
    expect(failure?.stderr || failure?.stdout).toContain(
      'Tribune needs Node 20.19 or later, and this is Node 18.20.8.',
    )
    expect(failure?.stderr).not.toMatch(/^\s+at /m)
  },
)
