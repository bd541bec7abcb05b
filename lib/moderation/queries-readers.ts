import { db } from '@/lib/db'
import { skeletonOf } from '@/lib/readers/skeleton'
import type { Moderator } from '@/lib/readers/viewer'
import type { Role, SanctionKind } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
import { mayReadEmail } from './permissions'

export const readersPerPage = 30

export type ReaderFilter = { words: string; role: Role | null; sanctioned: boolean; before: number | null }

export type ListedReader = {
  id: number
  name: string
  handle: string
  /** For administrators alone. */
  email: string | null
  role: Role
  createdAt: Date
  postedCount: number
  approvedCount: number
  rejectedCount: number
  upheldAgainst: number
  /** The kinds that are in force, warnings left out. */
  sanctions: SanctionKind[]
}

/**
 * Everyone with an account, the newest first, a page at a time: all, those of one role, those under a sanction, or those
 * of whom some words are a part of the name, of what the name looks like, or of the handle; for administrators of the
 * address, too. Up to two letters have to stand at a beginning.
 */
export async function listReaders(
  moderator: Moderator,
  { words, role, sanctioned, before }: ReaderFilter,
  now: Date,
): Promise<{ readers: ListedReader[]; hasMore: boolean }> {
  const withEmail = mayReadEmail(moderator)
  const isOpen = Prisma.sql`s."liftedAt" is null and s.kind::text <> 'warn' and (s.until is null or s.until > ${now}::timestamptz)`
  // Few are under one: they are taken first and looked at one by one, never everybody in search of them.
  const [few, id] = sanctioned
    ? [
        Prisma.sql`with listed as materialized (select distinct s."readerId" as id from "Sanction" s where ${isOpen})`,
        Prisma.sql`listed.id`,
      ]
    : [Prisma.empty, Prisma.sql`r.id`]
  const among = sanctioned
    ? Prisma.sql`listed join lateral (select * from "Reader" one where one.id = listed.id offset 0) r on true`
    : Prisma.sql`"Reader" r`
  const rows = await db().$queryRaw<ListedReader[]>`
    ${few}
    select r.id, r.name, r.handle, ${withEmail ? Prisma.sql`r.email` : Prisma.sql`null`} as email, r.role::text as role, r."createdAt",
           r."postedCount", r."approvedCount", r."rejectedCount", r."upheldAgainst",
           array(select distinct s.kind::text from "Sanction" s where s."readerId" = r.id and ${isOpen}) as sanctions
    from ${among}
    where ${id} < ${before ?? 2_147_483_647}
      and ${role === null ? Prisma.sql`true` : Prisma.sql`r.role = ${role}::"Role"`}
      and ${isCalled(words, withEmail)}
    order by ${id} desc limit ${readersPerPage + 1}`
  return { readers: rows.slice(0, readersPerPage), hasMore: rows.length > readersPerPage }
}

function isCalled(typed: string, withEmail: boolean): Prisma.Sql {
  const words = typed.trim().replace(/^@/, '').slice(0, 100)
  if (words === '') return Prisma.sql`true`
  const part = pattern(words)
  return Prisma.sql`(
    r.name ilike ${part} or r.handle ilike ${part} or r."nameKey" like ${pattern(skeletonOf(words))}
    ${withEmail ? Prisma.sql`or r.email ilike ${part}` : Prisma.empty})`
}

/** Trigrams find a part of three letters wherever it stands, and a shorter one at a beginning. */
function pattern(words: string): string {
  const plain = words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return [...words].length < 3 ? `${plain}%` : `%${plain}%`
}
