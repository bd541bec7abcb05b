import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { SanctionKind } from '@/prisma/generated/enums'
import { inForce, sanctionKinds } from './sanction'

/**
 * The sanctions in force of the reader `r`, as a column of a question that asks more: `InForce[]`. Most have none, and
 * the index says so at once.
 */
export function sanctionsInForce(now: Date): Prisma.Sql {
  return Prisma.sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'minutes', s.minutes) order by s.id)
    from "Sanction" s
    where s."readerId" = r.id and s."liftedAt" is null and (s.until is null or s.until > ${now}::timestamptz)), '[]')`
}

/** A sanction as the one who is under it reads it: without who laid it on them. */
export type OwnSanction = {
  id: number
  kind: SanctionKind
  reason: string
  words: string | null
  minutes: number | null
  createdAt: Date
  until: Date | null
  seenAt: Date | null
}

/** What one is under now, the hardest first, and warnings that stand. */
export async function listOwnSanctions(viewer: { id: number }, now: Date): Promise<OwnSanction[]> {
  const own = await db().sanction.findMany({
    where: { readerId: viewer.id, ...inForce(now) },
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      id: true,
      kind: true,
      reason: true,
      words: true,
      minutes: true,
      createdAt: true,
      until: true,
      seenAt: true,
    },
  })
  const hardness = ({ kind }: OwnSanction) => sanctionKinds.indexOf(kind)
  return own.sort((one, two) => hardness(two) - hardness(one))
}
