import type { SanctionKind } from '@/prisma/generated/enums'

/** What the newsroom may do about a person, from the mildest to the hardest. */
export const sanctionKinds = ['warn', 'review', 'slow', 'suspend', 'ban'] as const satisfies SanctionKind[]

/** Under these nothing is written: no comment, no edit, no vote, no report. Reading, deleting and appealing go on. */
export const stopsWriting: SanctionKind[] = ['suspend', 'ban']

/** As much of a sanction as what its reader may write follows from. */
export type InForce = { id: number; kind: SanctionKind; minutes: number | null }

export function mayNotWrite(sanctions: readonly InForce[]): boolean {
  return sanctions.some(({ kind }) => stopsWriting.includes(kind))
}

export function isUnderReview(sanctions: readonly InForce[]): boolean {
  return sanctions.some(({ kind }) => kind === 'review')
}

/** Of several that slow a reader, the one that counts. */
export function slowestOf(sanctions: readonly InForce[]): { id: number; minutes: number } | null {
  let slowest: { id: number; minutes: number } | null = null
  for (const { id, kind, minutes } of sanctions)
    if (kind === 'slow' && minutes !== null && minutes > (slowest?.minutes ?? 0)) slowest = { id, minutes }
  return slowest
}

/** A sanction that is in force at `now`, as a condition for Prisma. queries-sanction.ts says the same in SQL. */
export function inForce(now: Date) {
  return { liftedAt: null, OR: [{ until: null }, { until: { gt: now } }] }
}
