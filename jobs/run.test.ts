import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startSchedule } from './run'

const began = new Date('2026-11-02T09:00:00Z').getTime()
beforeEach(() => vi.useFakeTimers({ now: began }))
afterEach(() => vi.useRealTimers())

test('jobs that are due together take turns, each after its wait and then at its pace', async () => {
  const runs: { name: string; second: number }[] = []
  const jobs = ['go', 'send', 'end'].map((name) => ({
    name,
    everyMinutes: 1,
    afterMinutes: 0.5,
    run: async (now: Date) => void runs.push({ name, second: (now.getTime() - began) / 1000 }),
  }))
  const stop = startSchedule(() => undefined, jobs)
  await vi.advanceTimersByTimeAsync(95_000)
  expect(runs.map(({ name }) => name)).toEqual(['go', 'send', 'end', 'go', 'send', 'end'])
  expect(runs.map(({ second }) => Math.floor(second))).toEqual([30, 30, 30, 90, 90, 90])
  expect(new Set(runs.map(({ second }) => second)).size).toBe(runs.length)
  stop()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(runs).toHaveLength(6)
})

test('a job that fails is logged, and runs again', async () => {
  const logged: unknown[] = []
  const run = () => Promise.reject(new Error('no'))
  const stop = startSchedule(
    ({ event, job }) => logged.push([event, job]),
    [{ name: 'sweep', everyMinutes: 1, afterMinutes: 1, run }],
  )
  await vi.advanceTimersByTimeAsync(125_000)
  expect(logged).toEqual([
    ['job-failed', 'sweep'],
    ['job-failed', 'sweep'],
  ])
  stop()
})
