/** A sanction that is in force at `now`, as a condition for Prisma. lib/comments/author.ts says the same in SQL. */
export function inForce(now: Date) {
  return { liftedAt: null, OR: [{ until: null }, { until: { gt: now } }] }
}
