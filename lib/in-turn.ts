/**
 * Lets at most `atOnce` pieces of work go on; the rest begin in their turn. One that takes longer than `slowMs` waits for
 * something else, and lets the next begin beside it: nobody's trouble is everybody's. What waited for `patienceMs` is
 * given up with the error that a pool of connections gives (`isDatabaseAway`).
 */
export function createInTurn(
  atOnce: number,
  { slowMs, patienceMs }: { slowMs: number; patienceMs: number },
): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting = new Set<() => void>()
  let running = 0

  function turn(): Promise<void> {
    if (running < atOnce) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(patience)
        waiting.delete(begin)
        resolve()
      }
      const patience = setTimeout(() => {
        waiting.delete(begin)
        reject(new Error('timeout exceeded when waiting for a turn'))
      }, patienceMs)
      waiting.add(begin)
    })
  }

  function pass(): void {
    const [next] = waiting
    if (next) next()
    else running -= 1
  }

  return async (work) => {
    await turn()
    let isPassed = false
    const slow = setTimeout(() => {
      isPassed = true
      pass()
    }, slowMs)
    try {
      return await work()
    } finally {
      clearTimeout(slow)
      if (!isPassed) pass()
    }
  }
}
