import type { Transaction } from '@/lib/db'
import type { Role } from '@/prisma/generated/enums'

/**
 * Takes the author's row first, as every write of a comment does, so that what one person does at the same time
 * happens in turn: doubles are found, paces hold. Role and ban are read here, inside the write.
 */
export async function lockAuthor(
  tx: Transaction,
  id: number,
  now: Date,
): Promise<{ role: Role; approvedCount: number; banned: boolean } | null> {
  const rows = await tx.$queryRaw<{ role: Role; approvedCount: number; banned: boolean }[]>`
    select role, "approvedCount",
           exists (select 1 from "Sanction" s where s."readerId" = r.id and s.kind = 'ban' and s."liftedAt" is null and (s.until is null or s.until > ${now}::timestamptz)) as banned
    from "Reader" r where id = ${id} for no key update of r`
  return rows[0] ?? null
}
