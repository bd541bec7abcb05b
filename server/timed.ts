import { print } from './say'

/** Does a piece of the start and says how long it took. */
export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  print(`${what} … ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}
