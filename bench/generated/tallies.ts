import { rankOf, roundedRank } from '@/lib/comments/rank'
import { type Chance, paretoOf } from './chance'

/** How many saw a comment and recommended it, and what that makes of its ranks. */
export type Tally = { seen: number; recommended: number; rank: number; otherRank: number }

export const tallyCount = 4_096
/** Fewer than there are readers, for each recommends a comment once. */
export const mostRecommended = 150

export function drawTallies(chance: Chance): Tally[] {
  return Array.from({ length: tallyCount }, () => {
    const seen = chance() < 0.15 ? 0 : paretoOf(chance, 5, 0.8, 20_000)
    const recommended = Math.min(mostRecommended, Math.round(seen * chance() ** 4 * 0.4))
    const rank = rankOf({ recommendCount: recommended, seenCount: seen })
    return { seen, recommended, rank, otherRank: recommended > 2 ? roundedRank(chance() * rank) : 0 }
  })
}
