import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Judged } from './overturn-rate'

export const daysCounted = 365

export type Overturned = {
  all: Judged
  byDecider: (Judged & { name: string })[]
  byReason: (Judged & { reason: string })[]
}

/** How often appeals of the last year were granted: in all, by who had decided first, and by the reason that was given. */
export async function countOverturned(_moderator: Moderator, now: Date): Promise<Overturned> {
  const since = new Date(now.getTime() - daysCounted * 86_400_000)
  const rows = await db().$queryRaw<(Judged & { name: string | null; reason: string | null; by: number })[]>`
    select grouping(r.id, d.reason)::int as by, r.name, d.reason,
           count(*)::int as judged, count(*) filter (where a.outcome = 'overturned')::int as overturned
    from "Appeal" a join "Decision" d on d.id = a."decisionId" join "Reader" r on r.id = d."actorId"
    where a.outcome in ('upheld', 'overturned') and a."createdAt" > ${since}::timestamptz
    group by grouping sets ((r.id, r.name), (d.reason), ())
    order by judged desc, r.name, d.reason`
  const counted = ({ judged, overturned }: Judged) => ({ judged, overturned })
  const [byDecider, byReason] = [1, 2].map((by) => rows.filter((row) => row.by === by))
  return {
    all: counted(rows.find((row) => row.by === 3) ?? { judged: 0, overturned: 0 }),
    byDecider: (byDecider ?? []).map((row) => ({ ...counted(row), name: row.name ?? '' })),
    byReason: (byReason ?? []).map((row) => ({ ...counted(row), reason: row.reason ?? '' })),
  }
}
