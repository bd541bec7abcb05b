/** Below this a share says more about chance than about anybody. */
export const fewestForRate = 20

// Nineteen times in twenty the true share is within.
const z = 1.959963984540054

export type Judged = { judged: number; overturned: number }
/** Shares of one; `low` and `high` are what the share may be as well, for all that is known. */
export type OverturnRate = { share: number; low: number; high: number }

/**
 * The share of judged appeals that were granted, with its interval (Wilson 1927, two-sided 95 %). Null for few: what
 * three appeals say of somebody is a rumour.
 */
export function overturnRate({ judged, overturned }: Judged): OverturnRate | null {
  if (judged < fewestForRate) return null
  const share = overturned / judged
  const middle = (share + (z * z) / (2 * judged)) / (1 + (z * z) / judged)
  const spread =
    (z * Math.sqrt((share * (1 - share)) / judged + (z * z) / (4 * judged * judged))) / (1 + (z * z) / judged)
  return { share, low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) }
}
