import { roundedRank } from './rank'

/** What a reader has recommended lately: comments, each with the article it stands under. */
export type Recommended = ReadonlyMap<number, number>

/** Two readers of whom one has recommended fewer in the conversations they share say nothing about each other. */
export const leastRecord = 3

/**
 * How much a comment is recommended by readers who usually do not recommend the same, from 0 to 1: the mean of how much
 * each two of them disagree, held back where few pairs are known (by pairs / (pairs + 3)). `records` are what those who
 * recommend it have recommended besides. After the idea that agreement across usual lines tells more than agreement
 * along them (Wojcik and others 2022, "Birdwatch", who factor a matrix for it; here it is what anyone can count after).
 * Rounded as ranks are.
 */
export function otherRankOf(records: readonly Recommended[]): number {
  const known = pairsOf(records).flatMap(([one, other]) => disagreement(one, other) ?? [])
  if (known.length === 0) return 0
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length
  return roundedRank((mean * known.length) / (known.length + 3))
}

/**
 * How much two readers disagree, from 0 to 1: the share of what the one with fewer recommendations has recommended that
 * the other has not, in the conversations where both recommended something. Null where that is too little to say.
 */
export function disagreement(one: Recommended, other: Recommended): number | null {
  const places = new Set(other.values())
  const shared = new Set([...one.values()].filter((article) => places.has(article)))
  const ofOne = [...one].filter(([, article]) => shared.has(article)).map(([id]) => id)
  const ofOther = [...other].filter(([, article]) => shared.has(article))
  const fewer = Math.min(ofOne.length, ofOther.length)
  if (fewer < leastRecord) return null
  return 1 - ofOne.filter((id) => other.has(id)).length / fewer
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]))
}
