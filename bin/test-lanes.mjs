// How the steps of a plan are gone through: lanes side by side, what failed once more when all is quiet.
const nothing = { passed: 0, failed: 0, skipped: 0 }
// More than these is no weather.
const mostUnsteady = 5

/**
 * Runs every lane's steps one after the other, the lanes side by side. `go` runs a step's program, with further
 * arguments, and tells its counts and failures; `isStopped` says that no further step is wanted. Resolves to the results
 * in the order of the plan, whichever was over first.
 */
export async function runLanes(lanes, { go, log, isStopped = () => false }) {
  const results = new Map()
  const shown = new Set()

  /** Whether what a step needs is there. What is in the way is told, and counts as one that failed. */
  async function isReady(step) {
    try {
      await step.before?.(log)
      return true
    } catch (error) {
      if (error?.name !== 'FailedStep') throw error
      // Two lanes may wait for the same.
      if (!shown.has(error)) log(`${error.message}\n`)
      shown.add(error)
      results.set(step, { ...nothing, failed: 1, seconds: 0 })
      return false
    }
  }

  async function run(step) {
    const began = performance.now()
    if (!(await isReady(step)) || isStopped()) return
    log(`\n── ${step.name} ──\n`)
    const result = await go(step, [])
    results.set(step, { ...result, seconds: (performance.now() - began) / 1000 })
  }

  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) if (!isStopped()) await run(step)
    }),
  )
  for (const [step, first] of results) if (!isStopped()) results.set(step, await secondGo(step, first))

  /**
   * On a machine that is short of everything a journey may miss its time: a few that failed are run again, file by file,
   * with nothing beside them. What passes then has passed, and is told by name, for it wants to be mended.
   */
  async function secondGo(step, first) {
    const { failures = [] } = first
    if (!step.report || failures.length === 0 || failures.length > mostUnsteady) return first
    log(`\n── ${step.name}, what failed once more ──\n`)
    const began = performance.now()
    const second = await go(step, [...step.alone, ...new Set(failures.map(({ file }) => file))])
    const seconds = first.seconds + (performance.now() - began) / 1000
    if (second.failed > 0) return { ...first, seconds }
    return {
      ...first,
      passed: first.passed + failures.length,
      failed: 0,
      failures: [],
      unsteady: failures,
      seconds,
    }
  }

  return lanes.flat().flatMap((step) => (results.has(step) ? { name: step.name, ...results.get(step) } : []))
}
