import { z } from 'zod'
import { type Rendered, readRendered } from '@/lib/comments/rendered'
import { db } from '@/lib/db'
import { sanctionKinds } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import type { Prisma } from '@/prisma/generated/client'
import type { CommentState, SanctionKind } from '@/prisma/generated/enums'
import type { Finding } from './checks/check'

/** Who reads a comment now, and until when nobody else is given it. */
export type Claim = { by: string; isOwn: boolean; until: Date }
export type Placed = { id: number; claim: Claim | null }

/** What a moderator needs to decide one comment, and no more. */
export type QueueItem = {
  id: number
  revisionId: number
  publicRevisionId: number | null
  seen: number // number of the last decision
  state: CommentState
  source: string
  text: Rendered
  createdAt: Date
  waitingSince: Date
  normalised: string // as the checks read it
  desk: { rule: string; risk: number; reach: number; since: Date } | null // why and how urgently it is to be read
  claim: Claim | null
  earlierPublicText: Rendered | null // what readers see meanwhile, when this is an edit
  earlierPublicSource: string | null
  findings: Finding[]
  reported: { reason: string; note: string | null }[] // what nobody has decided on yet
  article: { id: number; slug: string; headline: string }
  parent: { id: number; author: string; text: string } | null
  author: {
    id: number
    name: string
    createdAt: Date
    postedCount: number
    approvedCount: number
    rejectedCount: number
    reportsUpheld: number
    reportsDismissed: number
    /** In force now, from the mildest to the hardest. */
    sanctions: SanctionKind[]
  }
}

/** The items of these comments, in the order that is given; those that are gone are left out. */
export async function selectItems(placed: readonly Placed[], now: Date): Promise<QueueItem[]> {
  const rows = await db().comment.findMany({
    where: { id: { in: placed.map(({ id }) => id) } },
    select: itemFields,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return placed.flatMap(({ id, claim }) => {
    const row = byId.get(id)
    return row ? [toItem(row, now, claim)] : []
  })
}

/** The last comments of one author that were decided, newest first: what the desk remembers of them. */
export function listDecidedOf(_moderator: Moderator, authorId: number, take: number) {
  return db().comment.findMany({
    where: { authorId, state: { in: ['published', 'rejected'] } },
    orderBy: { id: 'desc' },
    take,
    select: { id: true, state: true, createdAt: true, currentRevision: { select: { source: true } } },
  })
}

/** What of a comment an item is made of. */
export const itemFields = {
  id: true,
  state: true,
  createdAt: true,
  currentRevisionId: true,
  publicRevisionId: true,
  currentRevision: {
    select: {
      ...{ source: true, rendered: true, normalised: true, checks: true, createdAt: true },
      rechecks: { orderBy: { id: 'desc' }, take: 1, select: { checks: true } },
    },
  },
  publicRevision: { select: { rendered: true, source: true } },
  reports: {
    where: { upheld: null },
    orderBy: [{ createdAt: 'asc' }, { readerId: 'asc' }],
    take: 5,
    select: { reason: true, note: true, upheld: true },
  },
  deskItem: { select: { rule: true, risk: true, reach: true, since: true } },
  decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, createdAt: true } },
  article: { select: { id: true, slug: true, currentVersion: { select: { headline: true } } } },
  parent: {
    select: { id: true, author: { select: { name: true } }, publicRevision: { select: { source: true } } },
  },
  author: {
    select: {
      id: true,
      name: true,
      createdAt: true,
      postedCount: true,
      approvedCount: true,
      rejectedCount: true,
      reportsUpheld: true,
      reportsDismissed: true,
      sanctions: { where: { liftedAt: null }, orderBy: { id: 'asc' }, select: { kind: true, until: true } },
    },
  },
} satisfies Prisma.CommentSelect

const findings = z.array(
  z.object({
    check: z.string(),
    verdict: z.enum(['pass', 'hold']),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    version: z.number().optional(),
  }),
)

type ItemRow = Prisma.CommentGetPayload<{ select: Omit<typeof itemFields, 'decisions'> }> & {
  decisions: { number: number; createdAt: Date }[]
}

export function toItem(row: ItemRow, now: Date, claim: Claim | null = null): QueueItem {
  const { id, state, createdAt, article, parent } = row
  const { sanctions, ...author } = row.author
  const last = row.decisions[0]
  if (!last) throw new Error(`comment ${id} has no decision`)
  const earlier = row.publicRevisionId === row.currentRevisionId ? null : row.publicRevision
  return {
    id,
    state,
    createdAt,
    revisionId: row.currentRevisionId,
    publicRevisionId: row.publicRevisionId,
    seen: last.number,
    source: row.currentRevision.source,
    text: readRendered(row.currentRevision.rendered),
    waitingSince: row.deskItem?.since ?? last.createdAt,
    normalised: row.currentRevision.normalised,
    desk: row.deskItem,
    claim,
    earlierPublicText: earlier ? readRendered(earlier.rendered) : null,
    earlierPublicSource: earlier?.source ?? null,
    findings: findings.parse(row.currentRevision.rechecks[0]?.checks ?? row.currentRevision.checks),
    reported: row.reports
      .filter(({ upheld }) => upheld === null)
      .map(({ reason, note }) => ({ reason, note })),
    article: { id: article.id, slug: article.slug, headline: article.currentVersion?.headline ?? '' },
    parent: parent?.publicRevision
      ? { id: parent.id, author: parent.author.name, text: parent.publicRevision.source }
      : null,
    author: {
      ...author,
      sanctions: sanctionKinds.filter((kind) =>
        sanctions.some((each) => each.kind === kind && (each.until === null || each.until > now)),
      ),
    },
  }
}
