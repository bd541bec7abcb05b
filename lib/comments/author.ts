import type { Transaction } from '@/lib/db'
import { sanctionsInForce } from '@/lib/readers/queries-sanction'
import { type InForce, isUnderReview, mayNotWrite } from '@/lib/readers/sanction'
import type { Role } from '@/prisma/generated/enums'

type Author = { role: Role; approvedCount: number; banned: boolean; underReview: boolean; isTrusted: boolean }

/**
 * Takes the author's row first, as every write of a comment does, so that what one person does at the same time
 * happens in turn: doubles are found, paces hold. Role and sanctions are read here, inside the write; `banned` is
 * whoever may not write, until a day or for good.
 */
export async function lockAuthor(tx: Transaction, id: number, now: Date): Promise<Author | null> {
  const [row] = await tx.$queryRaw<
    { role: Role; approvedCount: number; isTrusted: boolean; sanctions: InForce[] }[]
  >`
    select role, "approvedCount", "trustedAt" is not null as "isTrusted", ${sanctionsInForce(now)} as sanctions
    from "Reader" r where id = ${id} for no key update of r`
  if (!row) return null
  const { sanctions, ...author } = row
  return { ...author, banned: mayNotWrite(sanctions), underReview: isUnderReview(sanctions) }
}
