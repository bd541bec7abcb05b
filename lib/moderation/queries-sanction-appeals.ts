import { db } from '@/lib/db'
import { inForce } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import type { SanctionKind } from '@/prisma/generated/enums'
import { mayJudge } from './appeal'
import { isAloneAtDesk } from './queries-appeals'

const mostShown = 20

/** What a judge needs: the sanction as its reader was told of it, and not who laid it on them. */
export type SanctionAppealItem = {
  id: number
  words: string
  createdAt: Date
  may: ReturnType<typeof mayJudge>
  isOwn: boolean
  sanction: {
    kind: SanctionKind
    reason: string
    words: string | null
    minutes: number | null
    createdAt: Date
    until: Date | null
  }
  reader: {
    id: number
    name: string
    createdAt: Date
    postedCount: number
    approvedCount: number
    rejectedCount: number
    upheldAgainst: number
  }
}

/** Open appeals against sanctions in force, the oldest first: the first twenty. */
export async function listOpenSanctionAppeals(
  moderator: Moderator,
  now: Date,
): Promise<SanctionAppealItem[]> {
  const rows = await db().sanctionAppeal.findMany({
    where: { outcome: null, sanction: inForce(now) },
    orderBy: { id: 'asc' },
    take: mostShown,
    select: {
      ...{ id: true, text: true, createdAt: true },
      sanction: {
        select: {
          ...{ kind: true, reason: true, words: true, minutes: true },
          ...{ createdAt: true, until: true, madeById: true },
        },
      },
      reader: {
        select: {
          ...{ id: true, name: true, createdAt: true },
          ...{ postedCount: true, approvedCount: true, rejectedCount: true, upheldAgainst: true },
        },
      },
    },
  })
  return Promise.all(
    rows.map(async ({ text: words, sanction: { madeById, ...sanction }, ...row }) => {
      const isFirstDecider = madeById === moderator.id
      const isAdministrator = moderator.role === 'administrator'
      const persons = { judgeId: moderator.id, authorId: row.reader.id }
      const isAlone = isFirstDecider && isAdministrator && (await isAloneAtDesk(persons, now))
      const isAuthor = row.reader.id === moderator.id
      const may = mayJudge({ isAuthor, isFirstDecider, isAdministrator, isAlone })
      return { ...row, words, sanction, may, isOwn: may === 'yes' && isFirstDecider }
    }),
  )
}

/** What became of an appeal, and now also who had laid the sanction on them. Null while it is open. */
export async function findJudgedSanction(_moderator: Moderator, id: number) {
  const row = await db().sanctionAppeal.findUnique({
    where: { id },
    select: {
      outcome: true,
      reader: { select: { id: true, name: true } },
      sanction: { select: { madeBy: { select: { name: true } } } },
      settledBy: { select: { createdAt: true, actor: { select: { name: true } } } },
    },
  })
  if (!row?.settledBy) return null
  const { reader, sanction, settledBy } = row
  return {
    outcome: row.outcome === 'overturned' ? ('overturned' as const) : ('upheld' as const),
    reader,
    first: sanction.madeBy?.name ?? '',
    by: settledBy.actor?.name ?? '',
    at: settledBy.createdAt,
  }
}
