/** One comment in ten, if the same were tried again and again, would do worse than its rank says. */
const z = 1.281551565545

export type Counts = { recommendCount: number; seenCount: number }

/**
 * How good a comment is, from 0 to 1: the lower bound of the share of those who saw it and recommend it (Wilson 1927,
 * "Probable inference, the law of succession, and statistical inference", one-sided 90 %). What few have seen is not
 * ranked by luck, and what came late is not ranked by having been seen less. Where nobody's eyes were counted, those
 * who recommended it are all who saw it, and the bound grows with their number alone. Rounded to three digits, so that
 * small changes move nothing.
 */
export function rankOf({ recommendCount, seenCount }: Counts): number {
  const seen = Math.max(seenCount, recommendCount)
  if (recommendCount === 0) return 0
  const share = recommendCount / seen
  const middle = share + (z * z) / (2 * seen)
  const spread = z * Math.sqrt((share * (1 - share)) / seen + (z * z) / (4 * seen * seen))
  return roundedRank((middle - spread) / (1 + (z * z) / seen))
}

/** Three digits, and none below a millionth. Keeps every order. */
export function roundedRank(rank: number): number {
  return rank < 1e-6 ? 0 : Math.min(1, Number(rank.toPrecision(3)))
}
