import { type Chance, paretoOf } from './chance'

/** How many comments each of so many articles has: a few have very many, and all together exactly the total. */
export function drawSizes(chance: Chance, comments: number, articles: number): number[] {
  const weights = Array.from({ length: articles }, () => paretoOf(chance, 10, 1.2, 4_000))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let [given, weighed] = [0, 0]
  return weights.map((weight) => {
    weighed += weight
    const upTo = Math.round((comments * weighed) / sum)
    const size = upTo - given
    given = upTo
    return size
  })
}
