import { z } from 'zod'
import { type Rendered, readRendered } from '@/lib/comments/rendered'
import { db } from '@/lib/db'
import { sanctionKinds } from '@/lib/readers/sanction'
import type { Moderator } from '@/lib/readers/viewer'
import type { CommentState, SanctionKind } from '@/prisma/generated/enums'
import type { Finding } from './checks/check'

/** Who reads a comment now, and until when nobody else is given it. */
export type Claim = { by: string; isOwn: boolean; until: Date }
export type Placed = { id: number; claim: Claim | null }

const mostReports = 5

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
    /** Reports about what they wrote that a moderator agreed with. */
    upheldAgainst: number
    /** What became of their own reports. */
    reportsUpheld: number
    reportsDismissed: number
    /** In force now, from the mildest to the hardest. */
    sanctions: SanctionKind[]
  }
}

/** The items of these comments, in the order that is given; those that are gone are left out. One statement, however many. */
export async function selectItems(placed: readonly Placed[], now: Date): Promise<QueueItem[]> {
  if (placed.length === 0) return []
  const rows = await readRows(
    placed.map(({ id }) => id),
    now,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return placed.flatMap(({ id, claim }) => {
    const row = byId.get(id)
    return row ? [toItem(row, claim)] : []
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

// Asked with every look at the queue: Prisma would ask sixteen times, for one table after the other. What may be missing
// is a question of its own in it: a join of thirteen tables takes PostgreSQL longer to plan than to answer.
function readRows(ids: readonly number[], now: Date): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    select c.id, c.state::text as state, c."createdAt", c."currentRevisionId" as "revisionId", c."publicRevisionId",
           r.source, r.rendered, r.normalised,
           (select jsonb_build_object('source', e.source, 'rendered', e.rendered) from "Revision" e
            where e.id = nullif(c."publicRevisionId", c."currentRevisionId")) as earlier,
           coalesce((select k.checks from "Recheck" k where k."revisionId" = r.id order by k.id desc limit 1), r.checks) as checks,
           array(
             select jsonb_build_object('reason', p.reason, 'note', p.note) from "Report" p
             where p."commentId" = c.id and p.upheld is null order by p."createdAt", p."readerId" limit ${mostReports}) as reported,
           (select jsonb_build_object('rule', d.rule, 'risk', d.risk, 'reach', d.reach) from "DeskItem" d where d."commentId" = c.id) as desk,
           (select d.since from "DeskItem" d where d."commentId" = c.id) as since,
           last.number as seen,
           a.id as "articleId", a.slug, coalesce((select v.headline from "ArticleVersion" v where v.id = a."currentVersionId"), '') as headline,
           (select jsonb_build_object('id', p.id, 'author', w.name, 'text', r.source)
            from "Comment" p join "Revision" r on r.id = p."publicRevisionId" join "Reader" w on w.id = p."authorId"
            where p.id = c."parentId") as parent,
           w.id as "authorId", w.name, w."createdAt" as "joinedAt", w."postedCount", w."approvedCount", w."rejectedCount",
           w."upheldAgainst", w."reportsUpheld", w."reportsDismissed",
           array(
             select s.kind::text from "Sanction" s
             where s."readerId" = w.id and s."liftedAt" is null and (s.until is null or s.until > ${now}::timestamptz)) as sanctions
    from "Comment" c
    join "Revision" r on r.id = c."currentRevisionId"
    join "Article" a on a.id = c."articleId"
    join "Reader" w on w.id = c."authorId"
    cross join lateral (
      select number from "Decision" where "commentId" = c.id order by number desc limit 1) last
    where c.id = any(${ids}::int[])`
}

type Row = Omit<QueueItem['author'], 'id' | 'createdAt'> &
  Pick<QueueItem, 'id' | 'state' | 'createdAt' | 'revisionId' | 'publicRevisionId' | 'seen' | 'source'> &
  Pick<QueueItem, 'normalised' | 'reported' | 'parent'> & {
    rendered: unknown
    earlier: { source: string; rendered: unknown } | null
    checks: unknown
    desk: { rule: string; risk: number; reach: number } | null
    since: Date | null
    articleId: number
    slug: string
    headline: string
    authorId: number
    joinedAt: Date
  }

const findings = z.array(
  z.object({
    check: z.string(),
    verdict: z.enum(['pass', 'hold']),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    version: z.number().optional(),
  }),
)

function toItem(row: Row, claim: Claim | null): QueueItem {
  const { id, state, createdAt, revisionId, publicRevisionId, seen, source, normalised, reported } = row
  const { earlier, desk, since, parent } = row
  const { name, postedCount, approvedCount, rejectedCount } = row
  const { upheldAgainst, reportsUpheld, reportsDismissed } = row
  const counts = { postedCount, approvedCount, rejectedCount, upheldAgainst, reportsUpheld, reportsDismissed }
  return {
    ...{ id, state, createdAt, revisionId, publicRevisionId, seen, source, normalised, reported, parent },
    text: readRendered(row.rendered),
    desk: desk && since ? { ...desk, since } : null,
    claim,
    earlierPublicText: earlier && readRendered(earlier.rendered),
    earlierPublicSource: earlier?.source ?? null,
    findings: findings.parse(row.checks),
    article: { id: row.articleId, slug: row.slug, headline: row.headline },
    author: {
      ...{ id: row.authorId, name, createdAt: row.joinedAt, ...counts },
      sanctions: sanctionKinds.filter((kind) => row.sanctions.includes(kind)),
    },
  }
}
