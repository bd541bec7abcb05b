/**
 * Lets at most `atOnce` pieces of work go on; the rest begin in their turn. What waited for `patienceMs` is given up
 * with the error that a pool of connections gives (`isDatabaseAway`).
 */
export function createInTurn(atOnce: number, patienceMs: number): <T>(work: () => Promise<T>) => Promise<T> {
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

  return async (work) => {
    await turn()
    try {
      return await work()
    } finally {
      const [next] = waiting
      if (next) next()
      else running -= 1
    }
  }
}
