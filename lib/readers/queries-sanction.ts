import { db } from '@/lib/db'
import type { SanctionKind } from '@/prisma/generated/enums'
import * as Prisma from '@/prisma/generated/internal/prismaNamespace'
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
  /** What its reader said against it, and what came of that. Who judged is not told. */
  appeal: { words: string; createdAt: Date; judged: { answer: string; at: Date } | null } | null
  /** Lifted on appeal: shown for a month, with the answer. */
  wasLifted: boolean
}

const monthInMs = 30 * 86_400_000

/** What one is under now, the hardest first, warnings that stand, and what was lifted on appeal in the last month. */
export async function listOwnSanctions(viewer: { id: number }, now: Date): Promise<OwnSanction[]> {
  const own = await db().sanction.findMany({
    where: {
      readerId: viewer.id,
      OR: [
        inForce(now),
        { appeal: { outcome: 'overturned' }, liftedAt: { gt: new Date(now.getTime() - monthInMs) } },
      ],
    },
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
      liftedAt: true,
      appeal: {
        select: { text: true, createdAt: true, settledBy: { select: { note: true, createdAt: true } } },
      },
    },
  })
  const hardness = ({ kind, wasLifted }: OwnSanction) => (wasLifted ? -1 : sanctionKinds.indexOf(kind))
  return own
    .map(({ liftedAt, appeal, ...sanction }) => ({
      ...sanction,
      wasLifted: liftedAt !== null,
      appeal: appeal && {
        words: appeal.text,
        createdAt: appeal.createdAt,
        judged: appeal.settledBy && { answer: appeal.settledBy.note ?? '', at: appeal.settledBy.createdAt },
      },
    }))
    .sort((one, two) => hardness(two) - hardness(one))
}
