import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { cpuSpent } from './cpu-time'
import { treeOf } from './process-tree'

describe('processor time between two looks', () => {
  it('is what each process had since, and all of one that has begun meanwhile', () => {
    const before = new Map([
      [1, 100],
      [2, 50],
    ])
    const after = new Map([
      [1, 130],
      [2, 50],
      [3, 7],
    ])
    expect(cpuSpent(before, after)).toBe(37)
  })

  it('is not less because a process has ended', () => {
    const before = new Map([
      [1, 100],
      [2, 5_000],
    ])
    expect(cpuSpent(before, new Map([[1, 110]]))).toBe(10)
  })
})

describe.runIf(process.platform === 'linux')('a tree of processes', () => {
  it('holds children, and not those that are to be left out', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' })
    try {
      const pid = child.pid ?? 0
      const pids = async (without: number | null) =>
        (await treeOf(process.pid, without)).map((each) => each.pid)
      expect(await pids(null)).toEqual(expect.arrayContaining([process.pid, pid]))
      expect(await pids(pid)).not.toContain(pid)
    } finally {
      child.kill()
    }
  })
})
