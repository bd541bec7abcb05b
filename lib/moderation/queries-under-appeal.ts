import { db } from '@/lib/db'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'

/**
 * The conditions under which a "Decision" e or a "StaffAction" e is about what somebody's open appeal is about: until it is
 * judged nobody is told who made it, so that whoever judges does not know. What was decided in one go has one author.
 */
export function isUnderAppeal(source: 'decision' | 'action', now: Date): Prisma.Sql {
  const together = Prisma.sql`(
    select d."actionId" from "Appeal" a join "Decision" d on d."commentId" = a."commentId"
    where a.outcome is null and d."actionId" is not null)`
  if (source === 'decision')
    return Prisma.sql`(
      exists (select 1 from "Appeal" a where a."commentId" = e."commentId" and a.outcome is null)
      or coalesce(e."actionId" in ${together}, false))`
  return Prisma.sql`(
    e.id in ${together}
    or coalesce((e."readerId", (e.detail->>'sanction')::int) in (
      select a."readerId", a."sanctionId" from "SanctionAppeal" a join "Sanction" s on s.id = a."sanctionId"
      where a.outcome is null and s."liftedAt" is null and (s.until is null or s.until > ${now}::timestamptz)), false))`
}

/** Which of these are under appeal and not one's own: one knows what one did. */
export async function findUnderAppeal(
  moderator: { id: number },
  source: 'decision' | 'action',
  ids: readonly number[],
  now: Date,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const table = source === 'decision' ? Prisma.sql`"Decision"` : Prisma.sql`"StaffAction"`
  const rows = await db().$queryRaw<{ id: number }[]>`
    select e.id from ${table} e
    where e.id = any(${ids}::int[]) and e."actorId" is distinct from ${moderator.id} and ${isUnderAppeal(source, now)}`
  return new Set(rows.map(({ id }) => id))
}
