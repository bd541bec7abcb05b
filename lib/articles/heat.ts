/** What happened in a conversation within the last `heatMinutes`: how many readers wrote, and how many of those are doubted. */
export type Heat = { posted: number; doubted: number }
/** What slows a conversation by itself; null where that does not count. */
export type HeatLimits = { heatComments: number | null; heatPercent: number | null }

export const heatMinutes = 10
/** A share of fewer than these says nothing. */
export const fewestForShare = 10

/** Whether a conversation heats up: more comments than the newsroom said, or a greater share that is held, reported or refused. */
export function isHot({ posted, doubted }: Heat, { heatComments, heatPercent }: HeatLimits): boolean {
  if (heatComments !== null && posted > heatComments) return true
  return heatPercent !== null && posted >= fewestForShare && doubted * 100 > heatPercent * posted
}

/**
 * Whether one that was slowed by itself has cooled down: at half of what heats it up, so that it does not go to and fro.
 * Slow mode itself has fewer comments written.
 */
export function isCool({ posted, doubted }: Heat, { heatComments, heatPercent }: HeatLimits): boolean {
  if (heatComments !== null && posted * 2 > heatComments) return false
  return heatPercent === null || posted < fewestForShare || doubted * 200 <= heatPercent * posted
}
