import { type Rendered, readRendered } from '@/lib/comments/rendered'
import { db, type Transaction } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { mayJudge } from './appeal'

export const appealsPerPage = 10

/** What a judge needs. Who decided first and why is not in it: an appeal is judged without knowing. */
export type AppealItem = {
  id: number
  commentId: number
  words: string
  createdAt: Date
  may: ReturnType<typeof mayJudge>
  /** Judged by who decided first, for want of anybody else. */
  isOwn: boolean
  text: Rendered
  writtenAt: Date
  /** What readers see meanwhile, when it was an edit that was refused. */
  publicText: Rendered | null
  article: { id: number; slug: string; headline: string }
  parent: { author: string; text: string } | null
  author: {
    name: string
    createdAt: Date
    postedCount: number
    approvedCount: number
    rejectedCount: number
    upheldAgainst: number
  }
}

/** Open appeals, the oldest first. `after` is the id of the last one of the page before. */
export async function listOpenAppeals(
  moderator: Moderator,
  options: { after: number | null; now: Date },
): Promise<{ items: AppealItem[]; hasMore: boolean }> {
  const ids = await db().$queryRaw<{ id: number }[]>`
    select id from "Appeal" where outcome is null and id > ${options.after ?? 0} order by id limit ${appealsPerPage + 1}`
  const rows = await db().appeal.findMany({
    where: { id: { in: ids.slice(0, appealsPerPage).map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: itemFields,
  })
  const items = await Promise.all(rows.map((row) => toItem(moderator, row, options.now)))
  return { items: items.flatMap((item) => item ?? []), hasMore: ids.length > appealsPerPage }
}

/** How many wait for a judge, against decisions about comments and against sanctions in force. */
export async function countOpenAppeals(_moderator: Moderator, now: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select ((select count(*) from "Appeal" where outcome is null)
          + (select count(*) from "SanctionAppeal" a join "Sanction" s on s.id = a."sanctionId"
             where a.outcome is null and s."liftedAt" is null and (s.until is null or s.until > ${now}::timestamptz)))::int as count`
  return row?.count ?? 0
}

/** Whether a comment's author waits for a judgement: until then its file does not say who decided, or why. */
export async function isAppealed(_moderator: Moderator, commentId: number): Promise<boolean> {
  const open = await db().appeal.findFirst({ where: { commentId, outcome: null }, select: { id: true } })
  return open !== null
}

/** Whose appeal it is; null for none. */
export async function findAppellant(_moderator: Moderator, id: number): Promise<string | null> {
  const found = await db().appeal.findUnique({
    where: { id },
    select: { reader: { select: { name: true } } },
  })
  return found?.reader.name ?? null
}

/** What became of an appeal, and now also who had decided first, and why. Null while it is open. */
export async function findJudged(_moderator: Moderator, id: number) {
  const row = await db().appeal.findUnique({
    where: { id },
    select: {
      ...{ id: true, commentId: true, outcome: true },
      reader: { select: { name: true } },
      decision: { select: { ...decidedFields, actorId: true } },
      settledBy: { select: { ...decidedFields, number: true, actorId: true } },
      comment: { select: { decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } } },
    },
  })
  if (!row?.settledBy || !row.decision || row.commentId === null) return null
  const { id: appealId, commentId, outcome, reader, decision, settledBy, comment } = row
  return {
    ...{ appealId, commentId, outcome, author: reader.name },
    first: { by: decision.actor?.name ?? '', reason: decision.reason, note: decision.note },
    by: settledBy.actor?.name ?? '',
    byId: settledBy.actorId,
    at: settledBy.createdAt,
    isOwn: settledBy.actorId === decision.actorId,
    seen: settledBy.number,
    isLast: comment?.decisions[0]?.number === settledBy.number,
  }
}

/** Whether nobody else of the newsroom could judge; the comment's author could not. */
export async function isAloneAtDesk(
  { judgeId, authorId }: { judgeId: number; authorId: number },
  now: Date,
  tx: Transaction = db(),
): Promise<boolean> {
  const [other] = await tx.$queryRaw<{ id: number }[]>`
    select r.id from "Reader" r
    where r.role <> 'reader' and r.id <> ${judgeId} and r.id <> ${authorId}
      and not exists (select 1 from "Sanction" s where s."readerId" = r.id and s.kind = 'ban' and s."liftedAt" is null
                      and (s.until is null or s.until > ${now}::timestamptz))
    limit 1`
  return other === undefined
}

const decidedFields = {
  reason: true,
  note: true,
  createdAt: true,
  actor: { select: { name: true } },
} as const

const itemFields = {
  id: true,
  text: true,
  createdAt: true,
  decision: {
    select: {
      actorId: true,
      rule: true,
      revision: { select: { rendered: true, createdAt: true } },
    },
  },
  comment: {
    select: {
      id: true,
      authorId: true,
      publicRevision: { select: { rendered: true } },
      article: { select: { id: true, slug: true, currentVersion: { select: { headline: true } } } },
      parent: {
        select: { author: { select: { name: true } }, publicRevision: { select: { source: true } } },
      },
    },
  },
  reader: {
    select: {
      name: true,
      createdAt: true,
      postedCount: true,
      approvedCount: true,
      rejectedCount: true,
      upheldAgainst: true,
    },
  },
} satisfies Prisma.AppealSelect

type ItemRow = Prisma.AppealGetPayload<{ select: typeof itemFields }>

async function toItem(moderator: Moderator, row: ItemRow, now: Date): Promise<AppealItem | null> {
  const { id, text, createdAt, decision, comment, reader } = row
  if (!decision || !comment) return null
  const { article, parent, publicRevision, authorId } = comment
  const isFirstDecider = decision.actorId === moderator.id
  const isAdministrator = moderator.role === 'administrator'
  const isAlone =
    isFirstDecider && isAdministrator && (await isAloneAtDesk({ judgeId: moderator.id, authorId }, now))
  const may = mayJudge({ isAuthor: authorId === moderator.id, isFirstDecider, isAdministrator, isAlone })
  return {
    ...{ id, commentId: comment.id, words: text, createdAt, author: reader, may },
    isOwn: may === 'yes' && isFirstDecider,
    text: readRendered(decision.revision.rendered),
    writtenAt: decision.revision.createdAt,
    publicText:
      decision.rule === 'edit-rejected' && publicRevision ? readRendered(publicRevision.rendered) : null,
    article: { id: article.id, slug: article.slug, headline: article.currentVersion?.headline ?? '' },
    parent: parent?.publicRevision
      ? { author: parent.author.name, text: parent.publicRevision.source }
      : null,
  }
}
